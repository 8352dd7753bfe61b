// Back to a search, or a reload, sends it again without asking: its words stay with the entry in this tab's history.
const search = document.getElementById("search-form");
const again = performance.getEntriesByType("navigation")[0]?.type !== "navigate" && history.state?.search;
if (search && "sent" in search.dataset) history.replaceState({ search: search.elements.q.value }, "");
else if (search && again) search.elements.q.value = again, search.submit();
