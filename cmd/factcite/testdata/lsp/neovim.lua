-- Writes to shown.txt what Neovim shows of refs.bib and facts.jsonl.
local shown = {}
local function add(line) table.insert(shown, line) end

vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local client = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1].id
local found = vim.diagnostic.get(0)
table.sort(found, function(a, b) return a.col < b.col end)
for _, d in ipairs(found) do
  if d.severity < vim.diagnostic.severity.INFO then add(d.lnum .. ":" .. d.col .. " " .. d.code) end
end
local document = { uri = vim.uri_from_bufnr(0) }
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  return answers[client].result
end
add("symbols: " .. ask("textDocument/documentSymbol", { textDocument = document })[1].name)
local at = { line = 0, character = 3 }
add("hover: " .. ask("textDocument/hover", { textDocument = document, position = at }).contents.value:match("%*%*(.-)%*%*"))
add("actions: " .. ask("textDocument/codeAction", { textDocument = document, range = { start = at, ["end"] = at }, context = { diagnostics = {} } })[1].title)
vim.cmd("edit facts.jsonl")
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, d in ipairs(vim.diagnostic.get(0)) do
  if d.severity < vim.diagnostic.severity.INFO then add("facts.jsonl: " .. d.code) end
end
vim.fn.writefile(shown, "shown.txt")
vim.cmd("qall!")
