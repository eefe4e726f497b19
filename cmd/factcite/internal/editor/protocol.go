package editor

import "encoding/json"

// The parts of the Language Server Protocol 3.17 that are spoken, named as it names them:
// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/

// position is a line and a place in it, both from 0, the latter in UTF-16 code units.
type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// extent is what the protocol calls a range, half open.
type extent struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string `json:"uri"`
	Range extent `json:"range"`
}

type textDocument struct {
	URI        string `json:"uri"`
	LanguageID string `json:"languageId,omitempty"`
	Version    int    `json:"version,omitempty"`
	Text       string `json:"text,omitempty"`
}

type initializeParams struct {
	RootURI          string `json:"rootUri"`
	WorkspaceFolders []struct {
		URI string `json:"uri"`
	} `json:"workspaceFolders"`
}

type didOpenParams struct {
	TextDocument textDocument `json:"textDocument"`
}

type didChangeParams struct {
	TextDocument   textDocument `json:"textDocument"`
	ContentChanges []change     `json:"contentChanges"`
}

// change replaces an extent, or the whole text if there is none.
type change struct {
	Range *extent `json:"range"`
	Text  string  `json:"text"`
}

type positionParams struct {
	TextDocument textDocument `json:"textDocument"`
	Position     position     `json:"position"`
}

type codeActionParams struct {
	TextDocument textDocument `json:"textDocument"`
	Range        extent       `json:"range"`
}

type diagnostic struct {
	Range    extent              `json:"range"`
	Severity int                 `json:"severity"` // 1 error, 2 warning, 3 information
	Code     string              `json:"code"`
	Source   string              `json:"source"`
	Message  string              `json:"message"`
	Related  []relatedDiagnostic `json:"relatedInformation,omitempty"`
}

type relatedDiagnostic struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type publishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markup `json:"contents"`
	Range    extent `json:"range"`
}

type textEdit struct {
	Range   extent `json:"range"`
	NewText string `json:"newText"`
}

// documentChange is the making of a file, or edits of one.
type documentChange struct {
	Kind         string               `json:"kind,omitempty"` // create
	URI          string               `json:"uri,omitempty"`
	TextDocument *versionedIdentifier `json:"textDocument,omitempty"`
	Edits        []textEdit           `json:"edits,omitempty"`
}

// versionedIdentifier names a document; its version is null for a file that is not open.
type versionedIdentifier struct {
	URI     string `json:"uri"`
	Version *int   `json:"version"`
}

type workspaceEdit struct {
	DocumentChanges []documentChange `json:"documentChanges"`
}

type codeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind"`
	Diagnostics []diagnostic   `json:"diagnostics,omitempty"`
	Edit        *workspaceEdit `json:"edit"`
}

type documentSymbol struct {
	Name           string `json:"name"`
	Detail         string `json:"detail,omitempty"`
	Kind           int    `json:"kind"`
	Range          extent `json:"range"`
	SelectionRange extent `json:"selectionRange"`
}

// capabilities are what the server can do: changes come as edits (2), and the rest is on.
var capabilities = json.RawMessage(`{
	"positionEncoding": "utf-16",
	"textDocumentSync": {"openClose": true, "change": 2, "save": {}},
	"hoverProvider": true, "definitionProvider": true, "documentSymbolProvider": true,
	"codeActionProvider": {"codeActionKinds": ["quickfix"]}
}`)
