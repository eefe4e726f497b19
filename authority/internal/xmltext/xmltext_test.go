package xmltext

import (
	"testing"
)

func TestXMLAttribute(t *testing.T) {
	attributes := ` mdate="2020-01-01" orcid='0' key = "conf/x" xkey="no" amp="&amp;" open="x`
	for name, want := range map[string]string{"mdate": "2020-01-01", "key": "conf/x", "orcid": "0", "amp": "&", "date": "", "open": "", "none": ""} {
		if got := Attribute([]byte(attributes), name); got != want {
			t.Errorf("attribute %s is %q, want %q", name, got, want)
		}
	}
}
