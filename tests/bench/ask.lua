-- Asks wrk's server for the lines of a file in turn: method, path, cookie, kind of body and body, between tabs.
local asked, place = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, cookie, kind, body = line:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.*)$")
    local headers = { ["Accept-Encoding"] = "gzip, deflate, br" }
    if cookie ~= "" then headers["Cookie"] = cookie end
    if kind ~= "" then headers["Content-Type"] = kind end
    asked[#asked + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  place = place % #asked + 1
  return asked[place]
end
