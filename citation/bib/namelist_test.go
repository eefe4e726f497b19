package bib

import (
	"strings"
	"testing"
)

func TestNameListFault(t *testing.T) {
	for _, list := range []string{
		"", "Roe, Ana", "Ana Roe and Bo Lim", "Roe, Ana and others", "King, Jr., Martin Luther", "von Berg, III, Hans", "García Márquez, Gabriel José",
		"{Felt, Rim and Carts; Inc. & Co.}", "{Johnson \\& Johnson}", "family=Roe, given=Ana, prefix=van", "AT\\&T", "Roe,Ana AND Lim,Bo", "Roe, A. B. and Lim, B.",
		"{\\'E}tienne, {Jr}, Paul", "Roe, Ana and {et al.}", "李雷 and {公司，部门}", "Roe, Jr., V.", "Roe, Ana, {Jr.}", "Al, Et", "Roe, et", "J. R. Roe", "Roe, Ana and\n  Lim, Bo", "A. Roe, B.",
	} {
		if fault := NameListFault(list); fault != "" {
			t.Errorf("%q: %s", list, fault)
		}
	}
	for list, want := range map[string]string{
		"Roe, Ana, Lim, Bo, Kolt, Mira":        "5 commas",
		"Ana Roe, Bo Lim, Cid Kolt":            "two commas",
		"Roe, Ana and and Lim, Bo":             `"and" has no name`,
		"and Roe, Ana":                         `"and" has no name`,
		"Roe, Ana and":                         `"and" has no name`,
		"Roe, Ana and Lim, Bo,":                "ends with a comma",
		"Roe Ana; Lim Bo":                      `";"`,
		"Roe, Ana； Lim, Bo":                    `"；"`,
		"李雷、韩梅":                                `"、"`,
		"李雷，韩梅 and 王明":                         `"，"`,
		"سلمى، ليلى":                           `"،"`,
		"Roe, Ana, Jr.":                        `write "Roe, Jr., Ana"`,
		`Ro{\"e}, Ana, III and Lim, Bo`:        `write "Ro{\"e}, III, Ana"`,
		"Ana Roe & Bo Lim":                     `"&"`,
		"Ana Roe \\& Bo Lim":                   `"&"`,
		"A. Roe, B. Lim":                       "two names",
		"Roe, Ana et al.":                      `"et al." is no name`,
		"Roe, Ana and Lim, Bo, et~al":          `"et al." is no name`,
		"Roe, Ana and et al.":                  `"et al." is no name`,
		`Ana Ro{\"e}, {\"O}z Lim, M{\o}r Kolt`: `"Ana Ro{\"e}, {\"O}z Lim, M{\o}r Kolt" has two commas, so that "{\"O}z Lim"`,
		"Roe, A., B. Lim, and Kolt, M.":        "ends with a comma",
		"Ana Roe, Bo Lim, and Cid Kolt":        "ends with a comma",
		"A. Roe, B. Lim, C. Kolt, D. Fox":      "3 commas",
		"Ana  Roe,\n Bo Lim, Cid Kolt":         `"Ana Roe, Bo Lim, Cid Kolt" has two commas`,
		strings.Repeat("é", 61) + ",":          "\"" + strings.Repeat("é", 60) + "…\" ends with a comma",
		strings.Repeat("é", 59) + ",":          "\"" + strings.Repeat("é", 59) + ",\" ends with a comma",
		"Ana Roe, B, C, D {E, F":               `"Ana Roe, B, C, D {E, F" has 3 commas`,
		"Ana} Roe, B, C, D":                    `"Ana Roe, B, C, D" has 3 commas`,
	} {
		if fault := NameListFault(list); !strings.Contains(fault, want) {
			t.Errorf("%q: %q, want %q", list, fault, want)
		}
	}
}

func FuzzNameListFault(f *testing.F) {
	f.Add("Roe, Ana and {Lim & Co.}; , and and")
	f.Fuzz(func(t *testing.T, list string) {
		if fault := NameListFault("{" + strings.NewReplacer("{", "", "}", "").Replace(list) + "}"); fault != "" {
			t.Errorf("a body in braces has %s", fault)
		}
	})
}
