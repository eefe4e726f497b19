package settings

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestSize(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1", "16B": "16", "512KiB": "524288", "16MiB": "16777216", "1GiB": "1073741824", "1024GiB": "1099511627776",
		"": "", "0": "", "-1": "", "1025GiB": "", "1TiB": "", "MiB": "", "1.5MiB": "", "16 MiB": "", "4294967296": "",
	} {
		var size Size
		err := size.Set(text)
		if got := size.String(); got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q bytes, %v; want %q", text, got, err, want)
		}
	}
	if got := new(Size).Type(); got != "SIZE" {
		t.Errorf("the type is %q", got)
	}
}

func TestFailOn(t *testing.T) {
	e, w, i := validate.Counts{Error: 1}, validate.Counts{Warning: 1}, validate.Counts{Info: 1}
	for failOn, want := range map[string][]bool{"error": {true, false, false}, "warning": {true, true, false}, "info": {true, true, true}, "never": {false, false, false}} {
		f := Reporting{FailOn: failOn}
		if diff := cmp.Diff(want, []bool{f.Fails(e), f.Fails(w), f.Fails(i)}); diff != "" || f.Fails(validate.Counts{}) {
			t.Errorf("--fail-on %s (-want +got):\n%s", failOn, diff)
		}
	}
}
