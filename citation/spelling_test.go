package citation

import "testing"

// TestKeysAreSpeltAsNamesAre holds that a key has the letters of the name and of the
// title, whatever two spellings are compared as.
func TestKeysAreSpeltAsNamesAre(t *testing.T) {
	for _, test := range []struct{ family, title, want string }{
		{"Tal", "Noise in carts", "tal2019noise"},
		{"Seymour", "Colour of felt", "seymour2019colour"},
		{"Louise", "Grey wheels", "louise2019grey"},
		{"Wise", "Tyres on stone", "wise2019tyres"},
		{"Balfour", "Labour and hay", "balfour2019labour"},
		{"Moore", "A programme for carts", "moore2019programme"},
		{"Cheque", "The centre of a hub", "cheque2019centre"},
		{"Rise", "Licence to roll", "rise2019licence"},
		{"Müller", "Über Räder", "muller2019uber"},
		{"Strauß", "Straße und Rad", "strauss2019strasse"},
		{"Łukasiewicz", "Koła", "lukasiewicz2019kola"},
		{"Ørsted", "Hjul på vej", "orsted2019hjul"},
		{"Ægidius", "Œuvres", "aegidius2019oeuvres"},
		{"Þórsson", "Hjól", "thorsson2019hjol"},
		{"Çelik", "Işık ve tekerlek", "celik2019isik"},
		{"O’Brien", "Felt", "obrien2019felt"},
		{"Lévi-Strauss", "Roues", "levistrauss2019roues"},
		{"Щукин", "Колёса и ободья", "shchukin2019kolesa"},
		{"Παπαδόπουλος", "Τροχοί και δρόμοι", "papadopoulos2019trochoi"},
		{"Ευαγγέλου", "β decay of felt", "euaggelou2019beta"},
		{"Nguyễn", "Bánh xe", "nguyen2019banh"},
		{"World Cart Organisation", "Felt", "worldcartorganisation2019felt"},
		{"王小明", "基于毛毡的安静手推车研究", "wangxiaoming2019jiyumaozhan"},
		{"王", "毛毡", "wang2019maozhan"},
		{"山田", "静かな荷車のフェルト縁", "shantian2019jingkanahe"},
		{"やまだ", "カート", "yamada2019kato"},
		{"김", "조용한 수레의 바퀴", "gim2019joyonghan"},
		{"العربي", "عربات هادئة", "lrby2019rbt"},
		{"לוי", "עגלות שקטות", "lvy2019glvt"},
		{"शर्मा", "पहिया", "shrmaa2019phiyaa"},
		{"Ким 김", "Колёса と 車輪", "kimgim2019kolesa"},
	} {
		var b Bibliography
		b.Add("f", &Reference{Type: Article, Title: test.title, Authors: []Name{{Family: test.family}}, Year: "2019"})
		for _, w := range b.Works() {
			if w.Key != test.want {
				t.Errorf("%s, %q: the key is %q, want %q", test.family, test.title, w.Key, test.want)
			}
		}
	}
}
