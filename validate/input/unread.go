package input

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

// unreadForms are forms that are not read: a sign at the start of a file, and one somewhere in
// the first bytes, and what makes something of them that is. "%[1]s" in that is
// the file, and "%[2]s" its name without the extension.
var unreadForms = []struct {
	name, start, inside, advice string
}{
	{"Parquet", "PAR1", "", `duckdb -c "COPY (FROM '%[1]s') TO '%[2]s.jsonl' (FORMAT json)"`},
	{"an Arrow file", "ARROW1", "", `python3 -c "import pyarrow.feather as f; f.read_table('%[1]s').to_pandas().to_json('%[2]s.jsonl', orient='records', lines=True)"`},
	{"an SQLite database", "SQLite format 3", "", `sqlite3 -json %[1]s "SELECT * FROM TABLE" > %[2]s.json`},
	{"Avro", "Obj\x01", "", `avro-tools tojson %[1]s > %[2]s.jsonl`},
	{"a spreadsheet", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", `soffice --convert-to csv %[1]s`},
	{"a spreadsheet", "PK\x03\x04", "xl/workbook.xml", `soffice --convert-to csv %[1]s`},
	{"a spreadsheet", "PK\x03\x04", "xl/worksheets/", `soffice --convert-to csv %[1]s`},
	{"RTF", `{\rtf`, "", `soffice --convert-to odt %[1]s`},
	{"a notebook", "{", `"nbformat"`, notebookAdvice},
	{"a notebook", "{", `"cell_type": "markdown"`, notebookAdvice},
	{"a notebook", "{", `"cell_type": "code"`, notebookAdvice},
	{"a spreadsheet", "PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet", `soffice --convert-to csv %[1]s`},
}

const notebookAdvice = `jupyter nbconvert --to markdown %[1]s`

// unread says what an input is that is in no form that is read, and what to do.
func unread(name string, head []byte) error {
	for _, f := range unreadForms {
		if bytes.HasPrefix(head, []byte(f.start)) && bytes.Contains(head, []byte(f.inside)) {
			file := fileInCommand(name)
			command := fmt.Sprintf(f.advice+"%.0[1]s%.0[2]s", file, strings.TrimSuffix(path.Base(file), path.Ext(file)))
			return fmt.Errorf("%s is %s, which is not read: make text of it, as with %s", name, f.name, command)
		}
	}
	return nil
}
