package citation

import "testing"

// TestUnpackingWhatIsCut holds that what is missing of something packed is read as zero.
func TestUnpackingWhatIsCut(t *testing.T) {
	var p packer
	p.number(300)
	p.text("felt")
	packed := string(p.bytes)
	for length := range len(packed) + 1 {
		u := unpacker{packed[:length]}
		number, text := u.number(), u.text()
		wantNumber, wantText := uint64(0), ""
		if length >= 2 {
			wantNumber = 300
		}
		if length == len(packed) {
			wantText = "felt"
		}
		if number != wantNumber || text != wantText || u.rest != "" {
			t.Errorf("%d bytes: %d and %q, want %d and %q", length, number, text, wantNumber, wantText)
		}
	}
}
