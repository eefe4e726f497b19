package citation

import (
	"strings"
	"testing"
)

// TestReferencesOfKinds holds sentences of kinds that were read wrong once, thirty of each, written
// before anybody looked at what is read of them: where a list of authors ends (people),
// several references in one text (several), what is before a reference (lead), and how
// pages, volumes and years are written (locator).
func TestReferencesOfKinds(t *testing.T) {
	var s score
	for _, l := range readLabelled(t, "testdata/kinds.jsonl") {
		s.add(l, Parse(l.Text))
	}
	t.Log(s.String())
	if *showErrors {
		t.Log(strings.Join(s.errors, "\n"))
	}
	if s.precision() < 0.96 || s.f1() < 0.94 || ratio(s.class, s.sentences) < 0.96 {
		t.Errorf("less is read right than before: %s; run with -errors", s.String())
	}
}

// TestKeysOfReferences holds that keys are spelt as the names and titles in references are.
func TestKeysOfReferences(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`Tal, N., & Grey, O. (2018). Noise and colour. Road Science, 3, 1–9.`, "tal2018noise"},
		{`Seymour, R. (2019). Tyres of the Louisianas. Wheel Letters, 2, 3–9.`, "seymour2019tyres"},
		{`Louise Noyce. "Organised hauling". Haulage 3 (2011), 5–9.`, "noyce2011organised"},
		{`Von der Heyde, K. (2004). Wagenbau. Berlin: Reuther.`, "vonderheyde2004wagenbau"},
		{`García Márquez, L. (1999). Señales y ruedas. Caminos, 4, 10–22.`, "garciamarquez1999senales"},
		{`MacDonald, A., & McNeill, B. (2007). Axles. Road Science, 9, 3–7.`, "macdonald2007axles"},
		{`D'Angelo, P. (2012). L'asse e la ruota. Strade, 5, 7–11.`, "dangelo2012lasse"},
		{`Smith-Jones, T. (2015). Hub-and-spoke. Wheel Letters, 8, 1–4.`, "smithjones2015hub"},
		{`Øvergård, S. (2001). Hjul. Veivesen, 3, 4–8.`, "overgard2001hjul"},
		{`Groß, F. (1988). Größe der Räder. Wagen, 2, 3–6.`, "gross1988grosse"},
		{`Dvořák, Ž. (1994). Čtyři kola. Vozy, 1, 2–9.`, "dvorak1994ctyri"},
		{`Yılmaz, İ. (2016). Tekerlek. Yollar, 6, 1–5.`, "yilmaz2016tekerlek"},
		{`Иванов, И. И. (2010). Колесо и ось. Дороги, 3, 5–9.`, "ivanov2010koleso"},
		{`World Wheel Association. (2013). Rims. Geneva: World Wheel Association.`, "worldwheelassociation2013rims"},
		{`St. John, P. (1977). Carts. London: Batsford.`, "stjohn1977carts"},
		{`Müller-Lüdenscheid, H. (1980). Über Achsen. Wagen, 4, 7–8.`, "mullerludenscheid1980uber"},
		{`Ångström, Å. (1961). Åkdon. Väg, 7, 3–5.`, "angstrom1961akdon"},
		{`Nuñez, J. (2003). 12 wheels. Caminos, 9, 1–2.`, "nunez200312"},
		{`Lee, S. (2020). The theatre of wheels. Stage, 4, 6–9.`, "lee2020theatre"},
		{`Okwuosa, C. (2017). Analysing cheque-books. Ledger, 1, 3–4.`, "okwuosa2017analysing"},
	} {
		var b Bibliography
		e := Parse(test.text)
		for i := range e.References {
			b.Add("f", &e.References[i])
		}
		if works := b.Works(); len(works) != 1 || works[0].Key != test.want {
			t.Errorf("%s: %d works, want the key %q", test.text, len(works), test.want)
			for _, w := range works {
				t.Error("   ", w.Key)
			}
		}
	}
}
