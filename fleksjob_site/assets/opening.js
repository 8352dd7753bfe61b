// A shared link carries answers in its fragment. Take them out of the address bar before anything else.
function openLink() {
  const field = document.querySelector("[data-opens-link]");
  if (!field || !/^#v\d+\./.test(location.hash)) return;
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  field.form.submit();
}

openLink();
addEventListener("hashchange", openLink);
