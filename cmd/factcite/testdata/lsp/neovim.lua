-- Writes to shown.txt what Neovim shows of refs.bib.
local client = vim.lsp.start_client({ name = "factcite", cmd = { "factcite", "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
local shown = {}
local function add(line) table.insert(shown, line) end

vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
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
vim.fn.writefile(shown, "shown.txt")
vim.cmd("qall!")
