// Forms of references that no style of CSL has: those of BibTeX's own styles, of
// physics and astronomy, of lists in East Asian languages, and of people who follow no
// style. In a template {x} is a value, ‹ › a group that is left out where a value in it
// is missing, and <word> a word in the language of the list.
import { join } from "./marked.mjs";

const templates = {
  article: [
    "{A}. {T}. {C}, {v}‹({n})›‹:{p}›, ‹{d} ›{y}.", "{A}. {T}. {C}, {v}‹({n})›‹:{p}›, ‹{d} ›{y}.", "{A}. {T}. {C}, ‹<vol> {v}›, ‹<no> {n}›, ‹<pp> {p}›, {y}.", "{A}. {y}. {T}. {C} {v}‹({n})›‹:{p}›.",
    "{A} ({y}). {T}. {C} {v}‹({n})›‹: {p}›.", "{A} ({y}): {T}. <in>: {C} {v}‹ ({n})›‹, <pp> {p}›.", "{A} ({y}) {T}. {C} {v}‹({n})›‹:{p}›", "{A}, {T}, {C} {v}‹ ({y})›‹ {p}›.", "{A}, {C} {v}‹, {p}› ({y}).",
    "{A}, {C} {v}‹, {p}› ({y})‹, arXiv:{X}›.", "{A}, {C} {v}‹ ({y})›‹ {p}›.", "{A}, {y}, {C}, {v}‹, {p}›", "{A}: {C} {v}‹ ({y})›‹ {p}›.", "{A}, “{T},” {C}, ‹<vol> {v}›, ‹<no> {n}›, ‹<pp> {p}›, ‹{d} ›{y}.",
    "{A}. “{T}.” {C} {v}‹.{n}› ({y})‹: {p}›.", "{A}: {T}. {C} {v}‹: {p}›, {y}", "{A}: {T}. {C} {y};{v}‹({n})›‹:{p}›.", "{A}. {T}. {C} {y}; {v}‹: {p}›.", "{A}. {T}. {C} ({y}) {v}‹({n})›‹:{p}›.",
    "{A}. {T}. {C}. {y}; {v} ‹({n})›‹: {p}›.", "{A}; {T}; {C}; {y}; {v}‹; {p}›", "{A}, \"{T}\", {C}, {v}‹({n})›‹, {p}›, {y}.", "{A}, ‘{T}’, {C}, {v}‹/{n}› ({y})‹, {p}›.", "{A}, '{T},' {C}, <vol> {v}, ‹<no> {n}›, ‹<pp> {p}›, {y}.",
    "{A} {y}. {T}. {C} {v}‹, {p}›.", "{A} {y} {T} {C} {v}‹ {p}›", "{A}, {y}. {T}. {C}, {v}‹({n})›‹, {p}›.", "{A} ({y}), “{T}”, {C}, <vol> {v}‹ <no> {n}›‹, <pp> {p}›.", "{A}. {T} // {C}. {y}. ‹<vol> {v}.› ‹<no> {n}.› ‹<pp> {p}.›",
    "{A}, «{T}», {C}, {v}‹, {y}›‹, <pp> {p}›.", "{A}, « {T} », {C}, <no> {v}, {y}‹, <pp> {p}›.", "{A}, {T}, in «{C}», {v} ({y})‹, <pp> {p}›.", "{T}. {A}. {C}. {y};{v}‹({n})›‹:{p}›.", "{A} - {T} - {C}, {v}‹ ({n})›‹, {p}› ({y})", "{C} {v}‹, {p}› ({y}), {A}.",
    "{A}, <in>: {C} {v} ({y})‹, <pp> {p}›", "{A}: {T}, <in>: {C}, {v}. Jg., {y}‹, H. {n}›‹, <pp> {p}›.", "{A} ({y}): {T}, <in>: {C}, Jg. {v}‹, Heft {n}›‹, <pp> {p}›.", "{A}: „{T}“, <in>: {C} {v} ({y})‹, <pp> {p}›.", "{A}. {T}. {C}, {y}, ‹<vol> {v}›, ‹<no> {n}›, ‹<pp> {p}›.",
    "{A}, {T}. {C}, {y}. {v}‹({n})›‹: p. {p}›.", "{A}. {T}. {C} {v}‹, {p}› ({y}).‹ doi:{D}›", "{A} ({y}) {T}, {C}, {v}‹: {p}›.‹ https://doi.org/{D}›", "{A} {T}. {C} {v}‹: {p}›, {y}.", "{A}. {T}. {C} {v}‹({n})›‹:{p}›. ‹{d} ›{y}.‹ DOI: {D}›.", "{A}. {T}. {C}. {y} ‹{d}›;{v}‹({n})›‹:{p}›.‹ doi: {D}.›",
  ],
  conference: [
    "{A}. {T}. In {C}‹, pages {p}›‹, {P}›, {y}.", "{A}. {T}. In {C}‹, pages {p}›‹, {L}›, {y}.‹ {P}.›", "{A}. {T}. In‹ {E}, editors,› {C}‹, volume {v} of {S}›‹, pages {p}›‹, {L}›, {y}.‹ {P}.›", "{A}, “{T},” in {C}‹, {L}›, {y}‹, pp. {p}›.", "{A}. {T}. In {C}, {y}.",
    "{A}. {y}. {T}. In {C}‹, pages {p}›‹, {L}›.‹ {P}.›", "{A} ({y}). {T}. In {C} ‹(pp. {p})›.‹ {P}.›", "{A}: {T}. In: {C}‹, pp. {p}›.‹ {P}›‹, {L}› ({y})", "{A}, {T}, {C}‹, {p}›, {y}.", "{A}. {T}. {C}‹, {L}›, {y}.", "{A}, \"{T},\" {C}‹, {L}›‹, pp. {p}›, {y}.", "{A}; {T}. {C}‹, {L}›; {y}‹; pp. {p}›.", "{A} {y}. {T}. In: {C}‹, pp. {p}›.",
    "{A}, {y}, in {C}‹, ed. {E}› ‹({L}: {P})›‹, {p}›", "{A}. {T}. In {C}‹, {p}› ({y}).", "{A}. {T}. <in>: {C}. ‹{L}›; {y}. ‹<pp> {p}›.",
  ],
  book: [
    "{A}. {T}. {P}‹, {L}›‹, {e} edition›, {y}.", "{A}. {T}. {L}: {P}, {y}.", "{A} ({y}). {T}. {L}: {P}.", "{A} ({y}): {T}. {L}: {P}.", "{A}: {T}. {L} {y}.", "{A}, {T}, {L} {y}.", "{A}, {T}‹, {e} <ed>› ({P}‹, {L}›, {y}).", "{A}, {T} ({L}: {P}, {y}).", "{A}, {T}, {L}, {P}, {y}.", "{A}, {T}, {P}, {L}, {y}‹, <pp> {p}›.", "{A}. {y}. {T}. {P}‹, {L}›.",
    "{A}, {T}. {P}, {y}.", "{A} {y}. {T}. {L}: {P}.", "{A} ({y}) {T}. {P}‹, {L}›", "{T}. {A}. {P}, {y}.", "{A}. {T}. ‹{e}. <ed>. ›{L}: {P}, {y}.", "{A}. {T}. {L} : {P}, {y}. 312 p.", "{A}, {T}, {P}, {L} {y}.", "{A}: {T}, {P}: {L} {y}.", "{A}, {y}. {T}. {P}: {L}.", "{A}. {T}. {P}; {L}, {y}.", "{A}; {T}; {P}: {L}, {y}.", "{A}. {T}. {L}; {P}: {y}.", "{A}. {T} ‹({S})›. {L}: {P}, {y}.‹ ISBN {I}.›",
    "{E} (<eds>), {T}, {L} {y}.", "{E} (<eds>) ({y}). {T}. {L}: {P}.", "{T}, <edby> {E}, {L}: {P}, {y}.", "{E}, <eds>. {T}. {P}, {y}.", "{A}, {T}, {P} {y}‹ ({S})›.",
  ],
  chapter: [
    "{A}. {T}. In {E}, editors, {C}‹, pages {p}›. {P}‹, {L}›, {y}.", "{A}. {T}. In {C}‹, pages {p}›. {P}, {y}.", "{A} ({y}). {T}. <in> {E} (<eds>), {C} ‹(<pp> {p})›. {L}: {P}.", "{A} ({y}): {T}. <in>: {E} (<eds>): {C}. {L}: {P}‹, <pp> {p}›.", "{A} ({y}): {T}. <in>: {C}, <edby> {E}‹, {p}›. {L}: {P}.", "{A}: {T}, <in>: {E} (<eds>), {C}, {L} {y}‹, <pp> {p}›.",
    "{A}, “{T},” in {C}, <edby> {E} ({L}: {P}, {y})‹, {p}›.", "{A}, '{T}', in {E} (<eds>), {C}, {P}‹, {L}›, {y}‹, <pp> {p}›.", "{A}, {T}, in: {C}, {E} (<eds>), {P}‹, {L}› ({y})‹, {p}›.", "{A}, {T}, in {C} ({P}‹, {L}›, {y})‹, {p}›.", "{A} {y}. {T}. <in> {E} (<eds>) {C}‹, <pp> {p}›. {L}: {P}.", "{A}. “{T}.” In {C}. Ed. {E}. {L}: {P}, {y}. ‹{p}›.", "{A}, « {T} », in {E} (<eds>), {C}, {L}, {P}, {y}‹, <pp> {p}›.", "{A}. {T}. <in>: {C}. {L}: {P}, {y}. ‹<pp> {p}›.", "{A}, {T}, in {C}, a cura di {E}, {L}, {P}, {y}‹, <pp> {p}›.",
    "{A}. {y}. {T}. Pp. {p} in {C}, <edby> {E}. {L}: {P}.", "{A}. {T}. In: {E}, <eds>. {C}. ‹{e} <ed>. ›{L}: {P}; {y}:{p}.",
  ],
  thesis: ["{A}. {T}. {G}, {K}‹, {L}›, ‹{d} ›{y}.", "{A} ({y}). {T}. {G}, {K}.", "{A} ({y}). {T} ({G}). {K}‹, {L}›.", "{A}, “{T},” {G}, {K}‹, {L}›, {y}.", "{A}: {T}. {G}, {K}, {y}.", "{A}: {T}, {G}, {L} {y}.", "{A}, {T}, {G}, {K}, {y}.", "{A}. {y}. {T}. {G}. {K}‹, {L}›.", "{A}, {y}. {T}. {K}, {G}.", "{A}, {G}, {K}, {y}.", "{A}, {G}, {K} ({y}).", "{A}. {T} ‹[{G}]›. {K}; {y}.", "{A} {T} : {G} / {K}. {L}, {y}."],
  report: ["{A}. {T}. {G}‹ {N}›, {K}‹, {L}›, {y}.", "{A} ({y}). {T}. {K}‹ {G}›‹ {N}›.", "{A} ({y}). {T} ({G}‹ {N}›). {L}: {K}.", "{A}, “{T},” {K}‹, {L}›, {G}‹ {N}›, {y}.", "{A} ({y}): {T}. {G}‹ {N}›. {L}: {K}.", "{B}: {T}. {L} {y}.", "{B}. {T}. {y}.", "{B} ({y}). {T}. {L}.‹ {U}›", "{A}. {y}. {T}. {G}‹ {N}›. {K}‹, {L}›."],
  web: ["{A}. {T}. {C}. {U}‹, {y}›. ‹<accessed> {a}.›", "{A} ({y}). {T}. <from> {U}", "{A} ({y}): {T}. {U} ‹({a})›.", "{A}. {T}. {U}‹. <accessed> {a}›.", "{T}. {U}. <accessed> {a}.", "{C}. {T}. {U} ‹(<accessed> {a})›.", "{A}: {T}, {C}, {y}, {U} ‹[{a}]›.", "{A}, “{T},” {C}, ‹{d} ›{y}, {U}.", "{C} ({y}): {T}. URL: {U} ‹[<accessed> {a}]›.", "{T} ({y}). {C}. <from> {U}"],
  newspaper: ["{A}, “{T},” {C}, {d} {y}‹, {p}›.", "{A}: {T}. <in>: {C}, {d} {y}‹, <pp> {p}›.", "{A} ({y}). {T}. {C}, {d}‹, <pp> {p}›.", "{T}. {C}, {d} {y}.", "{A}, « {T} », {C}, {d} {y}.", "{A}. \"{T}.\" {C} {d} {y}‹: {p}›.", "{C}, {d} {y}.", "{A}. {T}, {C}, {d} {y}‹, {U}›."],
  preprint: ["{A}. {T}. arXiv:{X}, {y}.", "{A}. {T}. {C}, {y}.", "{A}, {T}, arXiv:{X} ({y}).", "{A}, arXiv:{X}.", "{A}, {T}, arXiv:{X} [hep-th].", "{A} ({y}). {T}. arXiv:{X}.", "{A}, “{T},” arXiv preprint arXiv:{X}, {y}.", "{A} {y}, arXiv:{X}", "{A}. {T}. CoRR, abs/{X}, {y}.", "{A}, {T} ({y}), 1507.04936."],
};
// Forms that lists of a language have beside those above: in German those of the social
// sciences and of history, in English those of economics, sociology and history.
const national = {
  de: {
    article: [
      "{A} ({y}): {T}. In: {C}, Jg. {v}‹, H. {n}›‹, S. {p}›.", "{A} ({y}): {T}, in: {C}, {v}. Jg.‹, Heft {n}›‹, S. {p}›.", "{A} ({y}): {T}. In: {C} {v}‹ ({n})›‹: {p}›.", "{A} ({y}): {T}. In: {C} {v}‹, H. {n}›‹, S. {p}›.",
      "{A}: {T}, in: {C} {v} ({y})‹, H. {n}›‹, S. {p}›.", "{A}: {T}, in: {C}, {v}. Jg., {y}‹, H. {n}›‹, S. {p}›.", "{A}: {T}. In: {C} {v}/{n} ({y})‹, S. {p}›.", "{A}: {T}. In: {C} {n}/{y}‹, S. {p}›.", "{A}, {T}, in: {C}, Bd. {v}, {y}‹, S. {p}›.",
      "{A} {y}: {T}, in: {C} {v}‹: {n}›‹, {p}›.", "{A} {y}: {T}. In: {C} {v}‹ ({n})›‹: {p}›.", "{A}, {T}, in: {C} {v}, {y}‹, S. {p}›.", "{A} ({y}): {T}. {C} {v}‹({n})›‹: {p}›.", "{A}, {y}: {T}. {C} {v}‹ ({n})›‹: {p}›.", "{A}, {y}, {T}, in: {C}, {v}‹, {n}›‹, S. {p}›.",
      "{A}: „{T}“. In: {C} {v}‹.{n}› ({y})‹, S. {p}›.", "{A}: {T}. In: {C} ‹{n} ›({y})‹, S. {p}›.", "{A} ({y}). {T}. {C}, {v}‹ ({n})›‹, S. {p}›.",
    ],
    book: [
      "{A} ({y}): {T}. ‹{e}. Aufl. ›{L}: {P}.", "{A} ({y}): {T}, ‹{e}. Aufl., ›{L}: {P}.", "{A} ({y}): {T}. {L}‹: {P}›‹ ({S})›.", "{A}: {T}. ‹{e}. Aufl. ›{L}: {P} {y}‹ (= {S})›.", "{A}, {T}‹, {e}. Aufl.›, {L} {y}.", "{A}: {T}‹, {e}. Auflage›, {L} {y}‹ ({S})›.",
      "{A} {y}: {T}‹, {e}. Aufl.›, {L}.", "{A} {y}: {T}. {L}: {P}.", "{A}, {y}: {T}. {L}: {P}.", "{A} ({y}). {T} ‹({e}. Aufl.)›. {L}: {P}.", "{A}: {T}. {P}, {L} {y}.", "{A}: {T}, {P}: {L} {y}.", "{A}, {T}, {P}, {L} {y}.", "{A} ({y}), {T}, {P}, {L}.",
      "{E} (Hrsg.) ({y}): {T}. ‹{e}. Aufl. ›{L}: {P}.", "{E} (Hg.) {y}: {T}, {L}.", "{E} (Hgg.), {T}‹ ({S})›, {L} {y}.", "{E} (Hrsg.): {T}. {L}: {P}, {y}.", "{T}. Hrsg. v. {E}. {L}: {P} {y}.", "{T}, hg. v. {E}, {L} {y}.", "{A}: {T}. Diss. {L} {y}.", "{A}, {T}, {L} {y} (zugl. Diss.).",
    ],
    chapter: [
      "{A} ({y}): {T}. In: {E} (Hrsg.): {C}. ‹{e}. Aufl. ›{L}: {P}‹, S. {p}›.", "{A} ({y}): {T}. In: {E} (Hg.): {C}. {L}: {P}‹, {p}›.", "{A} ({y}): {T}, in: {E} (Hrsg.), {C}, {L}: {P}‹, S. {p}›.", "{A} ({y}): {T}. In: {E} (Hrsg.): {C}. {L}‹, S. {p}›.", "{A} {y}: {T}, in: {E} (Hg.): {C}, {L}‹, {p}›.",
      "{A} ({y}): {T}. In: <same> (Hrsg.): {C}. {L}: {P}‹, S. {p}›.", "{A}: {T}. In: <same> (Hg.): {C}. {L} {y}‹, S. {p}›.", "{A}, {T}, in: <same>, {C}, {L} {y}‹, S. {p}›.", "{A} ({y}): {T}, in: <same>: {C}, {L}: {P}‹, {p}›.",
      "{A}: {T}. In: {C}. Hrsg. v. {E}. {L}: {P} {y}‹, S. {p}›‹ (= {S})›.", "{A}: {T}. In: {C}. {L} {y}‹, S. {p}›.", "{A}, {T}, in: {E} (Hgg.), {C}‹ ({S})›, {L} {y}‹, {p}›.", "{A}, {T}, in: {E} (Hg.), {C}, {L} {y}‹, S. {p}›.", "{A}: {T}, in: {C}, hg. von {E}, {L} {y}‹, S. {p}›.",
      "{A} ({y}). {T}. In {E} (Hrsg.), {C} ‹(S. {p})›. {L}: {P}.", "{A} ({y}): {T}. In: {E} (Hrsg.): {C} ‹(S. {p})›. {L}: {P}.", "{A}, {y}: {T}. ‹S. {p} ›in: {E} (Hg.), {C}. {L}: {P}.", "{A} ({y}): {T}. In: {C}, herausgegeben von {E}‹, {p}›. {L}: {P}.",
    ],
    thesis: ["{A} ({y}): {T}. {G}, {K}.", "{A} ({y}): {T}. {G}. {K}‹, {L}›.", "{A}: {T}. {G} {K} {y}.", "{A}, {T}, {G} {L} {y}.", "{A}: {T}, {L} {y} (zugl. {G} {K}).", "{A} {y}: {T}, {G}, {K}.", "{A} ({y}): {T}. {L}: Univ., {G}.", "{A}: {T}. {L}, Univ., {G}, {y}."],
    report: ["{A} ({y}): {T}. {G}‹ Nr. {N}›. {L}: {K}.", "{A} ({y}): {T}. {K}, {G}‹ {N}›, {L}.", "{B} (Hrsg.) ({y}): {T}. {L}.", "{B} (Hg.): {T}, {L} {y}.", "{B} ({y}): {T}. {L}.", "{B} ({y}): {T}. {L}: {K}.‹ {U}›", "{A} {y}: {T}, {G}‹ {N}›, {L}.", "{B}: {T}. {G}‹ {N}›, {L} {y}."],
    web: ["{A} ({y}): {T}. Online verfügbar unter {U}‹, zuletzt geprüft am {a}›.", "{A} ({y}): {T}. In: {C}‹, {d} {y}›, {U} ‹(Zugriff: {a})›.", "{A}: {T}. {U} ‹(Stand: {a})›.", "{A}: {T}, {U} ‹(abgerufen am {a})›.", "{A} ({y}): {T}. Unter: {U} ‹[{a}]›."],
    newspaper: ["{A}: {T}. In: {C} vom {d} {y}‹, S. {p}›.", "{A}: {T}, in: {C}, {d} {y}‹, S. {p}›.", "{A} ({y}): {T}. In: {C}, {d} {y}‹, S. {p}›.", "{T}, in: {C}, {d} {y}.", "{A}, {T}, in: {C} v. {d} {y}‹, S. {p}›."],
  },
  en: {
    article: [
      "{A} ({y}), “{T},” {C}, {v}‹({n})›‹, {p}›.", "{A} ({y}), “{T}”, {C}‹, <vol> {v}›‹, <no> {n}›‹, <pp> {p}›.", "{A}. {y}. “{T}.” {C} {v}‹({n})›‹:{p}›.", "{A}. {y}. \"{T}.\" {C} {v}‹ ({n})›‹: {p}›.", "{A} ({y}): “{T},” {C}, {v}‹({n})›‹, pp. {p}›.", "{A} ({y}), {T}, {C}, {v}‹, {p}›.",
      "{A} ({y}), ‘{T}’, {C} {v}‹({n})›‹: {p}›.", "{A}, ‘{T}’, {C}, {v} ({y})‹, pp. {p}›.", "{A}, “{T},” {C} {v}‹, no. {n}› (‹{d} ›{y})‹: {p}›.", "{A}, “{T},” {C}, {v} ({y})‹, {p}›.", "{A}, {y}. {T}. {C} {v}‹, {p}›.", "{A} {y}. ‘{T}’. {C} {v}‹({n})›‹, {p}›.",
    ],
    book: [
      "{A}. {y}. {T}. ‹{e} ed. ›{L}: {P}.", "{A} ({y}), {T}, {P}, {L}.", "{A} ({y}), {T}, ‹{e} ed., ›{L}: {P}.", "{A} ({y}), {T}. {L}: {P}.", "{A}, {T} ({L}, {y}).", "{A}, {T}, {P}, {L}, {y}.", "{A}. {y}. {T}. {P}.", "{E}, eds. {y}. {T}. {L}: {P}.", "{E} (eds.) ({y}), {T}, {P}, {L}.", "{A}, {T}, ‹{e} edn. ›({L}: {P}, {y}).", "{A}, {y}. {T}. {L}: {P}.",
    ],
    chapter: [
      "{A} ({y}), “{T},” in {E} (eds.), {C}, {L}: {P}‹, {p}›.", "{A} ({y}), “{T}”, in: {E} (eds), {C}, {P}, {L}‹, <pp> {p}›.", "{A}. {y}. “{T}.” In {C}, edited by {E}‹, {p}›. {L}: {P}.", "{A}. {y}. “{T}.” Pp. {p} in {C}, edited by {E}. {L}: {P}.", "{A}. {y}. “{T}.” In {C}, ed. {E}. {L}: {P}‹, {p}›.", "{A} ({y}), ‘{T}’, in {E} (ed.), {C}, {P}, {L}‹, pp. {p}›.",
      "{A}, ‘{T}’, in {E} (eds.), {C} ({L}, {y})‹, pp. {p}›.", "{A}, “{T},” in {E}, eds., {C} ({L}, {y})‹, {p}›.", "{A}. {y}. {T}. In: {E} (eds.), {C}. {L}: {P}‹, {p}›.", "{A} ({y}) {T}, in {E} (eds) {C}‹, pp. {p}›. {L}: {P}.",
    ],
    thesis: ["{A}, “{T}” ({G}, {K}, {y}).", "{A}. {y}. “{T}.” {G}, {K}.", "{A} ({y}), “{T},” {G}, {K}.", "{A}. {y}. {T}. Unpublished {G}, {K}‹, {L}›."],
    report: ["{A} ({y}), “{T}”, {K} {G}‹ No. {N}›.", "{A} ({y}), “{T},” {G}‹ {N}›, {K}.", "{A}. {y}. “{T}.” {G}‹ {N}›, {K}‹, {L}›.", "{A} ({y}). {T}. {K} {G}‹ No. {N}›.", "{A} ({y}) “{T}”, mimeo, {K}.", "{B} ({y}), {T}, {L}.", "{B} ({y}). {T}. {L}: {K}.", "{B}. {y}. {T}. {G}‹ {N}›. {L}.", "{A}. {y}. {T}. {K}: {L}."],
    newspaper: ["{A}. {y}. “{T}.” {C}, {d}‹, {p}›.", "{A}, ‘{T}’, {C}, {d} {y}‹, p. {p}›.", "{C}, “{T},” {d} {y}."],
  },
};

// ownForms is the share of references in a language's own forms, where it has some.
const ownForms = 0.5;

// Forms in East Asian languages.
const eastern = {
  article: ["{A}. {T}. {C}. {y}. {v}‹({n})›‹:{p}›.", "{A}({y}). {T}. {C}, {v}‹({n})›‹, {p}›.", "{A}, 「{T}」, 『{C}』, {v}‹({n})›, {y}‹, {p}›.", "{A}「{T}」『{C}』{v}‹({n})›, {y}‹, {p}›.", "{A}. {T}[J]. {C}, {y}, {v}‹({n})›‹: {p}›.", "{A}：《{T}》，《{C}》{y}.", "{A}, ‘{T}’, {C} {v}, {y}‹, {p}›.", "{A} ({y})「{T}」『{C}』{v}‹: {p}›."],
  book: ["{A}. {T}. {L}: {P}, {y}.", "{A}({y}). {T}. {L}: {P}.", "{A}, 『{T}』, {P}, {y}.", "{A}『{T}』{P}, {y}.", "{A}. {T}[M]. {L}: {P}, {y}.", "{A}：《{T}》，{L}：{P}，{y}.", "{A} ({y})『{T}』{P}."],
  chapter: ["{A}「{T}」{E}編『{C}』{P}, {y}‹, {p}›.", "{A}, 「{T}」, {E} 편, 『{C}』, {P}, {y}‹, {p}›.", "{A}. {T}[A]. {E}. {C}[C]. {L}: {P}, {y}‹: {p}›."],
  thesis: ["{A}. {T}[D]. {L}: {K}, {y}.", "{A}({y}). {T}. {K} {G}.", "{A}, 「{T}」, {K} {G}, {y}."],
};

const words = {
  en: { in: ["In", "in"], eds: ["eds.", "Eds.", "ed.", "editors"], edby: ["edited by", "ed. by", "ed."], pp: ["pp.", "p.", "pp", "pages"], vol: ["vol.", "Vol.", "vol"], no: ["no.", "No.", "Issue"], ed: ["ed.", "edn", "edition"], and: ["and", "&"], accessed: ["Accessed", "accessed on", "Last accessed", "Retrieved"], from: ["Retrieved from", "Available at:", "Available from", "Online:"] },
  de: { same: ["ders.", "dies.", "Ders.", "Dies.", "ders./dies."], in: ["In", "in"], eds: ["Hrsg.", "Hg.", "Hgg."], edby: ["hrsg. von", "hg. v.", "herausgegeben von"], pp: ["S.", "S"], vol: ["Bd.", "Jg.", "Band"], no: ["Nr.", "H.", "Heft"], ed: ["Aufl.", "Auflage"], and: ["und", "u.", "/"], accessed: ["Zugriff am", "abgerufen am", "zuletzt geprüft am", "letzter Zugriff:"], from: ["Online unter:", "Verfügbar unter", "URL:"] },
  fr: { in: ["in", "dans", "In"], eds: ["dir.", "éd.", "éds", "sous la dir. de"], edby: ["sous la direction de", "dir."], pp: ["p.", "pp."], vol: ["vol.", "t.", "tome"], no: ["n°", "no", "nº"], ed: ["éd.", "édition"], and: ["et", "&"], accessed: ["consulté le", "page consultée le"], from: ["En ligne :", "Disponible sur", "URL :"] },
  es: { in: ["En", "en"], eds: ["eds.", "coords.", "comp.", "Ed."], edby: ["editado por", "ed. de"], pp: ["pp.", "p.", "págs."], vol: ["vol.", "Vol.", "t."], no: ["núm.", "n.º", "nº", "no."], ed: ["ed.", "edición"], and: ["y", "e"], accessed: ["consultado el", "Fecha de consulta:"], from: ["Recuperado de", "Disponible en"] },
  pt: { in: ["In", "em", "Em"], eds: ["orgs.", "org.", "Org.", "coord."], edby: ["organizado por", "org. por"], pp: ["p.", "pp."], vol: ["v.", "vol."], no: ["n.", "nº"], ed: ["ed.", "edição"], and: ["e", "&"], accessed: ["Acesso em:", "consultado em"], from: ["Disponível em:", "Disponível em"] },
  it: { in: ["in", "In"], eds: ["a cura di", "cur.", "eds."], edby: ["a cura di"], pp: ["pp.", "p."], vol: ["vol.", "Vol."], no: ["n.", "fasc."], ed: ["ed.", "edizione"], and: ["e", "ed"], accessed: ["consultato il", "ultimo accesso:"], from: ["disponibile su", "URL:"] },
  ru: { in: ["В кн.", "//", "в"], eds: ["ред.", "под ред."], edby: ["под ред.", "отв. ред."], pp: ["С.", "с."], vol: ["Т.", "т."], no: ["№", "Вып."], ed: ["изд."], and: ["и"], accessed: ["дата обращения:"], from: ["URL:", "Режим доступа:"] },
};

const initials = (given, mark) =>
  given.split(/[\s.]+/).filter(Boolean).map((g) => g.split("-").filter(Boolean).map((p) => [...p][0].toUpperCase() + mark.trimEnd()).join("-")).join(mark.endsWith(" ") ? " " : "");

const writers = [
  (f, g) => `${initials(g, ". ")} ${f}`, (f, g) => `${initials(g, ".")} ${f}`, (f, g) => `${initials(g, "")} ${f}`, (f, g) => `${g} ${f}`, (f, g) => `${g} ${f}`,
  (f, g) => `${f}, ${initials(g, ". ")}`, (f, g) => `${f}, ${initials(g, ".")}`, (f, g) => `${f} ${initials(g, ".")}`, (f, g) => `${f} ${initials(g, "")}`, (f, g) => `${f} ${initials(g, "")}`, (f, g) => `${f}, ${g}`, (f, g) => `${f} ${g}`,
  (f, g) => `${f.toUpperCase()}, ${initials(g, ". ")}`, (f, g) => `${f.toUpperCase()} ${g}`, (f, g) => `${f.toUpperCase()}, ${g}`, (f, g) => `${f}, ${initials(g, "")}`, (f) => f,
];

// people writes a list of names: how is drawn, and kept within a reference.
function people(list, random, language) {
  if (!list?.length) return null;
  if (/zh|ja|ko/.test(language)) return list.map(({ family, given = "", literal }) => literal ?? family + given).join(random.pick([", ", "·", "，", "、", ", "]));
  const and = random.pick(words[language].and);
  const write = random.pick(writers);
  const [comma, last] = random.pick([[", ", `, ${and} `], [", ", ` ${and} `], [", ", ", "], ["; ", "; "], ["; ", ` ${and} `], [` ${and} `, ` ${and} `], ["/", "/"], [" / ", " / "], [" – ", " – "], [", ", " & "], [", ", ", & "]]);
  const later = random.chance(0.15) ? writers[random.int(0, 3)] : write;
  let names = list.map(({ family, given = "", literal, ...rest }, i) => literal ?? (i ? later : write)([rest["non-dropping-particle"], family].filter(Boolean).join(" "), given || "A."));
  const others = names.length > 2 && random.chance(names.length > 5 ? 0.5 : 0.12);
  if (others) names = names.slice(0, random.int(1, Math.min(3, names.length - 1)));
  const text = names.length > 1 && !others ? names.slice(0, -1).join(comma) + last + names.at(-1) : names.join(comma);
  return text + (others ? random.pick([" et al.", ", et al.", " et al", " et al.,", " and others"]) : "");
}

const kindOf = { "article-journal": "article", "paper-conference": "conference", book: "book", chapter: "chapter", "entry-encyclopedia": "chapter", "entry-dictionary": "chapter", thesis: "thesis", report: "report", webpage: "web", "article-newspaper": "newspaper", "article-magazine": "article", article: "preprint" };

const monthName = (language, month, length) => new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" }).format(new Date(Date.UTC(2001, month - 1, 1)));

function written([, month, day] = [], random, language) {
  if (!month) return null;
  const name = monthName(language, month, random.chance(0.6) ? "long" : "short");
  return day ? (language === "en" && random.chance(0.5) ? `${name} ${day},` : `${day}${language === "de" ? "." : ""} ${name}`) : name;
}

function accessDate([year, month, day] = [], random, language) {
  if (!year) return null;
  const two = (n) => String(n).padStart(2, "0");
  return random.pick([`${two(day)}.${two(month)}.${year}`, `${year}-${two(month)}-${two(day)}`, `${day} ${monthName(language, month, "long")} ${year}`, `${two(day)}/${two(month)}/${year}`]);
}

// ordinal writes a number as English editions have it: "2nd".
const ordinal = (n) => n?.replace(/^\d+$/, (n) => n + (/1[123]$/.test(n) ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")));

// fields that the letters of templates are, and their values.
function valuesOf(item, random, language) {
  const parts = item.issued?.["date-parts"]?.[0];
  const dash = random.pick(["–", "-", "-", "--", "—"]);
  return {
    A: ["authors", people(item.author, random, language)], E: ["editors", people(item.editor, random, language)], T: ["title", item.title], C: ["container", item["container-title"]],
    y: ["year", parts ? String(parts[0]) + (random.chance(0.03) ? random.pick(["a", "b"]) : "") : null], d: ["date", written(parts, random, language)], v: ["volume", item.volume], n: ["number", item.issue],
    p: ["pages", item.page?.replace("-", dash)], P: ["publisher", item.publisher], K: ["institution", item.publisher], B: ["authors", item.publisher], L: ["address", item["publisher-place"] ?? item["event-place"]], e: ["edition", language === "en" ? ordinal(item.edition) : item.edition],
    S: ["series", item["collection-title"]], G: ["note", item.genre], N: ["note", item.number], D: ["doi", item.DOI], U: ["url", item.URL], a: ["accessed", accessDate(item.accessed?.["date-parts"]?.[0], random, language)], I: ["isbn", item.ISBN], X: ["arxiv", item.arxiv],
  };
}

// compose writes an item in a form of its kind; null if there is none, or what it needs
// is missing.
export function compose(item, random, language) {
  const kind = item.arxiv ? "preprint" : kindOf[item.type];
  const own = random.chance(ownForms) && national[language]?.[kind];
  const forms = /zh|ja|ko/.test(language) ? eastern[kind] : own || templates[kind];
  if (!forms) return null;
  const values = valuesOf(item, random, language);
  const said = Object.entries(words[language] ?? words.en).map(([key, list]) => [key, random.pick(list)]);
  const segments = expand(random.pick(forms), values, Object.fromEntries(said));
  return segments && join(tidy(segments));
}

// expand puts values and words into a form; null if a value outside of groups is
// missing.
function expand(form, values, said) {
  const segments = [];
  for (const [piece, group, value, word] of form.matchAll(/‹([^›]*)›|\{(\w)\}|<(\w+)>|[^‹{<]+/g)) {
    if (group) segments.push(...(expand(group, values, said) ?? []));
    else if (!value) segments.push({ field: null, text: word ? (said[word] ?? "") : piece });
    else if (!values[value][1]) return null;
    else segments.push({ field: values[value][0], text: values[value][1].replace(/,$/, "") }, { field: null, text: values[value][1].endsWith(",") ? "," : "" });
  }
  return segments;
}

// tidy drops the full stop after one, and the holes of groups left out.
function tidy(segments) {
  segments = join(segments);
  return segments.map((s, i) => {
    if (s.field !== null) return s;
    const before = segments[i - 1]?.text ?? "";
    const text = s.text.replace(/(, ){2,}/g, ", ").replace(/\s{2,}/g, " ").replace(/, (?=[,.;])/g, "").replace(/ ,/g, ",").replace(/\.\.(?=\s|$)/g, ".");
    return { ...s, text: /[.?!]$/.test(before) ? text.replace(/^\.(?=\s|$)/, "") : text };
  });
}
