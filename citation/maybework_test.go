package citation

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// stated is a text without the marks around the values in it, "⟨title:Felt Rims⟩, ⟨year:2019⟩",
// and the reference that states those values. A person is "Given Family".
func stated(marked string) (content string, r *Reference) {
	r = &Reference{Type: ref.Misc, Spans: map[string]Span{}}
	for piece := range strings.SplitAfterSeq(marked, "⟩") {
		plain, value, ok := strings.Cut(strings.TrimSuffix(piece, "⟩"), "⟨")
		content += plain
		if !ok {
			continue
		}
		name, value, _ := strings.Cut(value, ":")
		field := ref.Field(name)
		r.Spans[name] = Span{len(content), len(content) + len(value)}
		content += value
		if names := ref.RowOf(field).Names(r); names != nil {
			given, family, ok := strings.Cut(value, " ")
			if !ok {
				given, family = "", value
			}
			*names = []Name{{Given: given, Family: family}}
		} else {
			*r.Value(field) = value
		}
	}
	return content, r
}

// TestMayBeWork holds what a model must have read of a line for it to be a work.
func TestMayBeWork(t *testing.T) {
	for _, test := range []struct {
		line       string
		confidence float64
		want       bool
	}{
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.05, true},
		{"⟨authors:Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.11, false},
		{"⟨authors:Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.12, true},
		{"⟨editors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.05, true},
		{"⟨authors:Ana Roe⟩ @roe. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.05, false},

		// Years that are none.
		{"Fix #⟨year:2019⟩ by ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"MODE = ⟨year:2019⟩ by ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"CVE-⟨year:2019⟩ by ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"Cve-⟨year:2019⟩ by ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, true},
		{"-⟨year:2019⟩ by ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, true},

		// What the line says of itself.
		{"⟨authors:Ana Roe⟩ | ⟨title:Felt rims⟩ | ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"Copyright ⟨year:2019⟩ ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Copyright⟩ © ⟨year:2019⟩ ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Copyright in carts⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"9:30-11:00 ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"9:30–11:00 ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"18:12:59 ⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩ 12:30-45", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩ 12:75-13:80", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩ 112:30-113:45", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩, ⟨year:2019⟩ 12:3-13:4", 0.9, true},
		{"⟨authors:May⟩ ⟨year:2019⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Seminar⟩: ⟨title:Felt rims⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Seminar⟩ of the Carts Office: ⟨title:Felt rims⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨year:2019⟩ ⟨title:MSc in Carts⟩, ⟨publisher:University of Cork⟩", 0.9, false},
		{"⟨year:2019⟩ ⟨title:Ph.D. of Carts⟩, ⟨publisher:University of Cork⟩", 0.9, false},
		{"⟨year:2019⟩ ⟨title:MSc courses⟩, ⟨publisher:University of Cork⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩ ⟨year:2019⟩ ⟨title:MSc in Carts⟩, ⟨publisher:University of Cork⟩", 0.9, true},
		{"Radio interview, “⟨title:The soil⟩”, ⟨publisher:BR 2⟩, ⟨year:2022⟩", 0.9, false},
		{"TV: ⟨title:The soil⟩, ⟨publisher:BR 2⟩, ⟨year:2022⟩", 0.9, false},
		{"A talk, “⟨title:The soil⟩”, ⟨publisher:BR 2⟩, ⟨year:2022⟩", 0.9, true},
		{"Radio, 2 May, “⟨title:The soil⟩”, ⟨publisher:BR 2⟩, ⟨year:2022⟩", 0.9, true},
		{"⟨title:Radio: the soil⟩, ⟨publisher:BR 2⟩, ⟨year:2022⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩_fixed. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Ana_Roe Falk⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},

		// Lines of others: rights, changes, programs, tables.
		{"// Copyright ⟨year:2019⟩ ⟨title:The Cart Authors⟩, ⟨authors:Ana Roe⟩. ⟨container:J Carts⟩", 0.9, false},
		{"copyright: (c) ⟨year:2019⟩ ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Copyright 19 to 23⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims and copyright 2019⟩. ⟨container:J Carts⟩, ⟨year:2020⟩", 0.9, true},
		{"2009-2011, ⟨year:2014⟩, ⟨authors:A. Roe⟩ 2015, ⟨container:Harbour Wheels, Inc.⟩", 0.9, false},
		{"2009, ⟨year:2014⟩ ⟨authors:A. Roe⟩ ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨year:2014⟩, ⟨authors:A. Roe⟩, ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, true},
		{"⟨year:2014⟩ ⟨authors:Ana Roe <ana@carts.example>⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims of ana@carts.example⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Rims@Cork⟩ (⟨year:2019⟩). ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, true},
		{"⟨title:Rims: wider spokes⟩. Patch ⟨year:1623⟩ ⟨container:Ana Roe⟩", 0.9, false},
		{"⟨title:Rims: wider spokes⟩. Bug [ ⟨eid:62377⟩ ] ⟨container:Cart Bug⟩", 0.9, false},
		{"⟨title:Keep the axle quiet⟩. ⟨container:Fixes⟩ #⟨volume:87⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩ #⟨volume:87⟩ (⟨year:2019⟩)", 0.9, true},
		{"⟨title:Pick two fixes⟩. ⟨container:CVE⟩-⟨pages:2023-0711⟩", 0.9, false},
		{"⟨title:Axles of two carts⟩. ⟨publisher:See IEEE P⟩⟨year:1688⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:CART⟩⟨year:2019⟩", 0.9, true},
		{"⟨authors:ChangeLog⟩-⟨year:2019⟩: ⟨title:Renamed from Rims⟩", 0.9, false},
		{"⟨authors:felt/rims⟩: ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨authors:rims.guess: Bo Lee⟩ ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨authors:rims.c: Bo Lee⟩ ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨authors:rims.Guess: Bo Lee⟩ ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨authors:van Lee/Park⟩: ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Rims.guess⟩: ⟨title:mended⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Files⟩: ⟨container:felt⟩/rim.* ⟨pages:1-9⟩ ⟨year:2019⟩", 0.9, false},
		{"E.⟨authors:g.⟩ rim 127.0.0.1 ⟨title:axle⟩ ⟨container:IPv⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ MAX = 4, {name}, $WORK", 0.59, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ MAX = 4, {name}, $WORK", 0.6, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ https://carts.example/a_b ___ MAX = 4, {name}", 0.59, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ " + strings.Repeat("Ab9+", 13), 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ " + strings.Repeat("Ab9+", 12), 0.9, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩ " + strings.Repeat("of the carts ", 80), 0.9, false},
		{"├───┤ ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩ ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨year:2016⟩-08-⟨title:13 Mended the rims⟩. ⟨publisher:Thanks⟩", 0.9, false},
		{"1.65 ⟨year:2014⟩-07-14 ⟨title:Mended the rims⟩. ⟨publisher:Thanks⟩", 0.9, false},
		{"2021-04-03 ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"2021-04-03 ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨pages:1-9⟩", 0.9, false},
		{"Mended ⟨year:2014⟩-⟨title:07-14 rims of carts⟩. ⟨publisher:Thanks⟩", 0.9, false},
		{"⟨authors:WARNING⟩(⟨year:2019⟩): ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:RIMS⟩ (6 spokes) ⟨title:run: axle⟩ ⟨pages:01-x02⟩", 0.79, false},
		{"⟨authors:Ana Roe⟩ ⟨title:run: axle⟩ ⟨pages:01-x02⟩", 0.79, true},
		{"3.0.0-rc3 (⟨year:2016⟩-08-13) ⟨title:Mended the rims⟩. ⟨publisher:Thanks⟩", 0.9, false},
		{"#29 ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"# ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"Files: felt/⟨title:rim⟩.sh, ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨year:1995⟩ ⟨authors:Ana Roe⟩. ⟨title:All rights reserved⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩ ⟨year:1712⟩..1714 ; ⟨title:Felt # Rims⟩. ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩ ; ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt⟩ " + strings.Repeat("RIM32 ", 6) + "⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:Felt⟩ " + strings.Repeat("RIM32 ", 7) + "⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:HTML⟩::⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{`⟨authors:Ana Roe⟩ {"Rim":"1","Axle":"2","⟨title:Felt⟩":"3"} ⟨container:J Carts⟩, ⟨year:2019⟩`, 0.59, false},
		{"⟨authors:SECURITY⟩: ⟨title:Felt rims⟩. ⟨publisher:This is CVE⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:felt/rims/Cork⟩: ⟨title:Update to Roe's rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:rims.guess⟩: ⟨title:Updated to⟩ ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Roe/Lund/Moe⟩: ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"⟨authors:roe a.b.⟩: ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"Rims 1.⟨title:4m⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"max=⟨title:Felt⟩, ⟨container:J Carts⟩ ⟨year:2019⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩. ⟨year:2019⟩.⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.9, true},

		{"Version 1.4.1 [⟨year:2010⟩] ⟨title:Felt rims⟩. ⟨publisher:Ana Roe⟩", 0.9, false},
		{"Version of ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"(⟨authors:C⟩) 2014, ⟨year:2015⟩ Northgate ⟨container:Rims GmbH⟩.", 0.9, false},
		{"© ⟨year:2015⟩ ⟨publisher:Rims GmbH⟩, ⟨address:Cork⟩", 0.9, false},
		{"© ⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩, ⟨year:2019⟩", 0.9, true},
		{"added ⟨title:axles⟩ to U+⟨year:2016⟩ (by ⟨publisher:Ana Roe⟩)", 0.9, false},
		{"⟨title:rims⟩/axle/cart_⟨year:2011⟩.xml: ⟨publisher:Likewise⟩", 0.9, false},
		{"⟨title:rims⟩.in: ⟨container:Took back Roe's⟩ ⟨year:2009⟩", 0.9, false},
		{"⟨title:Rims⟩::Felt: ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, false},
		{"⟨title:Rims⟩/Felt: ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, true},
		{"⟨title:" + strings.Repeat("Felt rims of carts. ", 11) + "⟩, ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, false},
		{"⟨title:" + strings.Repeat("Felt rims of carts. ", 10) + "⟩, ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩: ⟨title:" + strings.Repeat("Felt rims of carts. ", 11) + "⟩, ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, true},
		{"⟨title:" + strings.Repeat("Felt rims of carts, ", 11) + "⟩, ⟨container:J Carts⟩, ⟨year:2009⟩", 0.9, true},

		// What somebody said, with who did after a dash.
		{"⟨title:No wheel turns twice⟩. -- ⟨container:Ana Roe⟩, ⟨year:1987⟩", 0.9, false},
		{"“⟨title:No wheel turns twice⟩.” — ⟨publisher:Ana Roe⟩, 3 May ⟨year:1987⟩", 0.9, false},
		{"⟨title:No wheel turns twice⟩. -- ⟨container:Roe of Cork⟩. (⟨pages:1804-1871⟩)", 0.9, false},
		{"⟨title:No Wheel Turns Twice⟩. -- ⟨container:Harbour Press⟩, ⟨year:1987⟩", 0.9, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Rims of felt⟩. – ⟨publisher:Harbour Press⟩, ⟨year:1987⟩", 0.9, true},
		{"⟨title:Rims of felt⟩. – ⟨address:Cork⟩: ⟨publisher:Harbour Press⟩, ⟨year:1987⟩", 0.9, true},
		{"⟨title:Rims of felt⟩. – ⟨container:J Carts⟩ ⟨volume:3⟩, ⟨year:1987⟩", 0.9, true},
		{"⟨title:Rims of felt⟩ – ⟨container:J Carts⟩, ⟨year:1987⟩", 0.9, true},

		// Words of sentences.
		{"⟨authors:Maintained by Ana Roe⟩, ⟨title:Omar Feld⟩ ⟨year:2018⟩", 0.9, false},
		{"⟨authors:Mit Stand April⟩ ⟨year:2018⟩ ⟨title:Felt rims⟩, ⟨container:J Carts⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩ ⟨year:2018⟩ ⟨title:wurden viele Felgen gefilzt⟩, ⟨container:J Carts⟩", 0.9, false},
		{"found by ⟨authors:A. B.⟩ ⟨title:Roe in⟩ ⟨year:2018⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩, ⟨title:Omar Feld since June⟩ ⟨year:2018⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩, ⟨title:A walk in June⟩ ⟨year:2018⟩", 0.9, false},
		{"⟨authors:Ana Roe⟩, ⟨title:A walk in June⟩, ⟨year:2018⟩", 0.9, true},

		// Languages without capitals.
		{"⟨authors:例如⟩，⟨title:您看过这辆车的轮子⟩，⟨container:或比对照片⟩", 0.9, false},
		{"⟨authors:王明⟩. 《⟨title:车轮⟩》. ⟨container:车轮出版社⟩", 0.9, true},
		{"⟨authors:王明⟩. ⟨title:车轮⟩[J]. ⟨container:车轮⟩", 0.9, true},
		{"⟨authors:王明⟩. ⟨title:车轮⟩. ⟨container:车轮⟩, ⟨volume:3⟩, ⟨pages:1-9⟩", 0.5, true},
		{"⟨authors:王明⟩. ⟨title:车轮⟩. ⟨container:车轮⟩, ⟨volume:3⟩, ⟨pages:1-9⟩", 0.39, false},
		{"⟨authors:王明⟩. ⟨title:车轮⟩. ⟨container:车轮⟩, ⟨year:2019⟩", 0.3, true},
		{"⟨authors:王明⟩ ⟨year:2019⟩ ⟨title:车轮⟩", 0.3, true},
		{"⟨authors:木造车轮展览会⟩ ⟨year:2019⟩ ⟨title:车轮⟩", 0.59, false},
		{"⟨year:2019⟩ ⟨title:车轮⟩, ⟨address:上海⟩", 0.59, false},
		{"⟨authors:王明⟩，⟨year:2019⟩，⟨title:车轮⟩，⟨container:现有员工⟩⟨pages:35⟩人。", 0.9, false},
		{"⟨authors:王明⟩，⟨year:2019⟩，⟨title:车轮⟩，⟨container:车轮⟩，⟨pages:35⟩页。", 0.9, true},
		{"⟨authors:王明⟩，⟨title:车轮⟩，⟨publisher:车轮出版社⟩，⟨year:2019⟩年。", 0.9, true},
		{"⟨authors:王明⟩，⟨year:2019⟩⟨title:年车轮⟩，⟨container:车轮⟩", 0.9, false},
		{"⟨authors:会议时间⟩：⟨year:2019⟩，⟨title:车轮⟩，⟨container:车轮⟩", 0.9, false},
		{"⟨authors:田中一郎⟩、⟨title:車輪⟩、⟨container:車輪⟩、⟨year:2019⟩、⟨pages:1-9⟩を見た。", 0.9, false},
		{"⟨authors:田中一郎⟩、⟨title:車輪⟩、⟨container:車輪⟩、⟨year:2019⟩、⟨pages:1-9⟩", 0.3, true},
		{"⟨authors:김철수⟩, ⟨title:바퀴⟩, ⟨container:바퀴⟩, ⟨year:2019⟩년에 열었다.", 0.9, false},
		{"⟨authors:김철수⟩, ⟨title:바퀴⟩, ⟨container:바퀴⟩, ⟨year:2019⟩.", 0.3, true},
		{"⟨authors:Ana Roe⟩ ⟨year:2019⟩ ⟨title:Felt rims⟩", 0.59, true},
		{"⟨authors:حيث وقعت⟩ ⟨year:2019⟩، ⟨title:ويحيط به العربات⟩", 0.59, false},
		{"⟨authors:آنا⟩. ⟨title:العربات⟩. ⟨container:مجلة العربات⟩، ⟨year:2019⟩", 0.59, true},

		// Without a year.
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.35, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.34, false},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩ ⟨pages:1-9⟩", 0.2, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨doi:10.5555/rims⟩", 0.05, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨arxiv:1905.01234⟩", 0.05, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ISBN ⟨isbn:9780000000002⟩", 0.05, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. PMID ⟨pmid:12345⟩", 0.05, true},
		{"⟨authors:Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.49, false},
		{"⟨authors:Roe⟩. ⟨title:Felt rims⟩. ⟨container:J Carts⟩", 0.5, true},
		{"⟨authors:Roe⟩. ⟨title:Felt rims⟩. ⟨address:Cork⟩: ⟨publisher:Wheel Press⟩", 0.4, true},
		{"⟨container:J Carts⟩ ⟨pages:1-9⟩, ⟨address:Cork⟩", 0.41, false},
		{"⟨container:J Carts⟩ ⟨pages:1-9⟩, ⟨address:Cork⟩", 0.42, true},
		{"⟨authors:ANA ROE⟩. ⟨title:FELT RIMS⟩. ⟨container:J CARTS⟩", 0.9, false},
		{"⟨authors:ANA ROE⟩. ⟨title:FELT RIMS⟩. ⟨container:J CARTS⟩ ⟨year:2019⟩", 0.9, true},
		{"⟨authors:ANA ROE⟩. ⟨title:BORN ON 3 MAY⟩ ⟨year:2019⟩", 0.39, false},
		{"⟨authors:ANA ROE⟩. ⟨title:BORN ON 3 MAY⟩ ⟨year:2019⟩", 0.4, true},

		// Where it came out.
		{"In ⟨year:2019⟩ ⟨title:Felt rims⟩, ⟨authors:Ana Roe⟩", 0.19, false},
		{"In ⟨year:2019⟩ ⟨title:Felt rims⟩, ⟨authors:Ana Roe⟩", 0.2, true},
		{"⟨authors:Ana Roe⟩. ⟨title:Felt rims⟩. ⟨year:2019⟩", 0.19, true},
		{"In ⟨year:2019⟩ ⟨title:Felt rims⟩, ⟨authors:Ana Roe⟩, ⟨publisher:Wheel Press⟩", 0.19, true},
		{"In ⟨year:2019⟩ ⟨title:Felt rims⟩, ⟨authors:Ana Roe⟩, ⟨institution:Carts Office⟩", 0.19, true},
		{"In ⟨year:2019⟩ ⟨title:Felt rims⟩, ⟨authors:Ana Roe⟩, ⟨url:https://carts.example⟩", 0.19, true},
		{"⟨title:Felt rims⟩, ⟨url:https://carts.example⟩", 0.9, false},
		{"⟨title:Felt rims⟩, ⟨url:https://carts.example⟩ (accessed 3 May 2019)", 0.9, true},
		{"⟨title:Felt rims⟩, ⟨url:https://carts.example⟩ (accessed one two three four five six seven 2019)", 0.9, false},
		{"⟨title:Felt rims⟩, ⟨url:https://carts.example⟩, ⟨publisher:Wheel Press⟩", 0.9, true},
	} {
		content, listed := stated(test.line)
		listed.Confidence = test.confidence
		s := phrase.NewText(content)
		if got := mayBeWork(s, listed); got != test.want {
			t.Errorf("%s, confidence %v: it may be a work: %t", content, test.confidence, got)
		}
		s.Release()
	}
}
