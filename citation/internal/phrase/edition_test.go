package phrase

import "testing"

func TestEditions(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.EditionEnd(0), s.IsEditionAt(0) }, []string{
		"2nd ed | .",
		"2nd edition | of",
		"Second edn | .",
		"Rev. ed | .",
		"Revised edition | .",
		"Updated edition | .",
		"Expanded edition | .",
		"Enlarged edition | .",
		"New edition | .",
		"2. Aufl | .",
		"2. Auflage | .",
		"2., a b c d e f g Aufl | .",
		"2., überarb. Aufl | .",
		"2., erw. u. aktual. Auflage | .",
		"2., Überarb. Aufl | .",
		"3. überarb. Auflage | .",
		"3rd, revised ed | .",
		"3rd rev. ed | .",
		"3rd Revised Edition | .",
		"2d rev. ed | .",
		"2nd rev. and enl. ed | .",
		"New rev. ed | .",
		"International ed | .",
		"2e éd | .",
		"2e éd. rev. et augm | . Paris",
		"3ª ed | .",
		"1st ed., rev | .",
		"2nd ed | ., revised by",
		"2nd ed | . New York",
		"2nd ed | ., Revised",
		"3rd, revised & enlarged edition | .",
		" | 2., Aufl.",
		" | 2., a b c d e f g h Aufl.",
		" | 123. Aufl.",
		" | 2 Aufl.",
		" | Felt edition",
		" | 2nd felt",
		" | 2nd, 3 ed",
		" | New",
		" | 2nd",
		" | 2nd of the ed",
		" | 123e éd",
		" | 2x ed",
	})
}

func TestStatedEditions(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { stated, next := s.EditionAt(0); return stated, next > 0 }, []string{
		"2nd | ed.",
		"2 | . Aufl.",
		"Rev | . ed.",
		"2., überarb. | Aufl.",
		"3rd rev. | ed.",
		"3rd revised | edition",
		"1st ed., rev | .",
		"2nd rev. and enl. | ed.",
		" | 2nd felt",
	})
}
