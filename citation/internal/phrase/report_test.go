package phrase

import "testing"

// TestReportNumbers holds which series of reports are read with a number.
func TestReportNumbers(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (int, bool) {
		n, next, ok := s.ReportNumberAt(0)
		if ok {
			s.StateReportNumber(w, n)
		}
		return next, ok
	}, [][2]string{
		{"Circular 17, 1982", "genre Circular; number 17 | , 1982"},
		{"Report 2019:4.", "genre Report; number 2019:4 | ."},
		{"Memorandum No. 12 (2012)", "genre Memorandum; number 12 | (2012)"},
		{"Technical Report NSI-TR-44 of", "genre Technical Report; number NSI-TR-44 | of"},
		{"Working Paper No. 12", "genre Working Paper; number 12"},
		{"Policy Research Working Paper 12", "genre Policy Research Working Paper; number 12"},
		{"One Two Three Working Paper 12", "genre One Two Three Working Paper; number 12"},
		{"One Two Three Four Working Paper 12", " | One Two Three Four Working Paper 12"},
		{"Staff Memo TR/12;3", "genre Staff Memo; number TR/12 | ;3"},
		{"Open-File Report 12]", "genre Open-File Report; number 12 | ]"},
		{"Report 2019", " | Report 2019"},
		{"Report 20195", "genre Report; number 20195"},
		{"Report Felt", " | Report Felt"},
		{"Report felt12", " | Report felt12"},
		{"Felt Report 12", " | Felt Report 12"},
		{"Paper 12", " | Paper 12"},
		{"report 12", " | report 12"},
		{"Technical report 12", " | Technical report 12"},
		{"Technical felt", " | Technical felt"},
		{"12", " | 12"},
	})
	testIs(t, isReportSeries,
		[]string{"Policy Research Working Paper", "Working Papers", "technical report"},
		[]string{"Paper", "Cart Paper", "Working Cart", ""})
	testIs(t, func(text string) bool { _, _, ok := NewText(text + " Report 12").ReportNumberAt(0); return ok },
		[]string{"Research", "Staff", "Project", "Internal", "White", "Scientific", "Annual", "Special", "Interim", "Final", "Evaluation", "Information", "Open-file", "Technical", "Working"},
		[]string{"Felt", "Quiet"})
}

func TestPatents(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (int, bool) {
		number, next, ok := s.PatentAt(0)
		if ok {
			s.StatePatent(w, number)
		}
		return next, ok
	}, [][2]string{
		{"US1234567B2 is", "number US1234567B2 | is"},
		{"EP1234567A1", "number EP1234567A1"},
		{"EP123456", " | EP123456"},
		{"EP1234567", "number EP1234567"},
		{"XX1234567", " | XX1234567"},
		{"EPA234567", " | EPA234567"},
		{"EP12345678AB1", " | EP12345678AB1"},
		{"EP12345xyz", " | EP12345xyz"},
		{"Patent No. 5,123,456 (1999)", "number 5,123,456 | (1999)"},
		{"Patents Nos. 5,123,456", " | Patents Nos. 5,123,456"},
		{"Pat. 5,123,456", "number 5,123,456"},
		{"Patent Application No. 2012/123456 B2", "number 2012/123456 B2"},
		{"Application 5,123,456", " | Application 5,123,456"},
		{"Application EP 1 234 567", "number EP 1 234 567"},
		{"Patent EP 1 234 567 B1, in", "number EP 1 234 567 B1 | , in"},
		{"Patent EP 1 234 5678", " | Patent EP 1 234 5678"},
		{"Patent number 5123456 is", "number 5123456 | is"},
		{"US 123456", " | US 123456"},
		{"WO 2010/012345, 2010", "number WO 2010/012345 | , 2010"},
		{"DE 10 2004 012 345 A1", "number DE 10 2004 012 345 A1"},
		{"Patent CN101234567A", "number CN101234567A"},
		{"Appl. 123 456 789", " | Appl. 123 456 789"},
		{"US 9,876,543 B2", "number US 9,876,543 B2"},
		{"US 9, 876, 543", " | US 9, 876, 543"},
		{"Patent 9,876, 543", " | Patent 9,876, 543"},
		{"Patent 12,345", " | Patent 12,345"},
		{"Patent 5,123,456 b2", "number 5,123,456 | b2"},
		{"Patent 5,123,456 BB", "number 5,123,456 | BB"},
		{"Patent 5,123,456 B22", "number 5,123,456 | B22"},
		{"Patent felt", " | Patent felt"},
		{"No. 5,123,456", " | No. 5,123,456"},
		{"5,123,456", " | 5,123,456"},
	})
	s, w := NewText("EP1234567A1"), Work{}
	number, _, _ := s.PatentAt(0)
	if s.StatePatent(&w, number); !w.Patent || w.Reference.Kind != "patent" {
		t.Errorf("what has the number of a patent is %q", w.Reference.Kind)
	}
}

func TestTheses(t *testing.T) {
	masters := make(map[string]bool)
	testTaken(t, func(s *Text) (int, bool) {
		next, master, ok := s.ThesisAt(0)
		masters[s.Content] = master
		return next, ok
	}, []string{
		"PhD thesis | at",
		"Ph.D. diss. | Cork",
		"Ph.D. diss | Cork",
		"Doctoral dissertation | .",
		"Master's thesis | at",
		"Masters thesis | at",
		"M.Sc. thesis | at",
		"M.A. dissertation | .",
		"MPhil thesis | .",
		"Bachelor’s thesis | .",
		"Bachelors thesis | .",
		"Honors thesis | .",
		"Unpublished DPhil thesis | .",
		"Thesis | .",
		" | PhD felt thesis",
		" | felt thesis",
		" | PhD",
		" | Ph . D . . . thesis",
	})
	for text, want := range map[string]bool{"PhD thesis at": false, "Master's thesis at": true, "M.A. dissertation .": true, "MPhil thesis .": true, "Unpublished DPhil thesis .": false, "Bachelor’s thesis .": true, "M.Sc. thesis at": true} {
		if masters[text] != want {
			t.Errorf("%s: no doctor's: %t", text, masters[text])
		}
	}
}
