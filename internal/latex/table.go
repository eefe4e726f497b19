package latex

import "github.com/factcite/factcite/internal/text"

// The tables below give LaTeX's name of a character. Accented letters are not
// in them: they follow from Unicode's canonical decomposition and latexAccents.
//
// Sources: "LaTeX 2e font encodings" (encguide, encodings OT1, T1, TS1) for
// text commands, chapter 7 of "The TeXbook" and table 3 of "LaTeX: A Document
// Preparation System" for mathematics, the Unicode Standard's names for which
// character is meant. Where TeX has two shapes of a Greek letter, the choice is
// that of the unicode-math package (ε is \varepsilon, ϵ is \epsilon).

// latexAccents names the accent command of a combining mark.
var latexAccents = map[rune]string{
	'\u0300': "`", '\u0301': "'", '\u0302': "^", '\u0303': "~", '\u0304': "=",
	'\u0306': "u", '\u0307': ".", '\u0308': `"`, '\u030A': "r", '\u030B': "H",
	'\u030C': "v", '\u0323': "d", '\u0327': "c", '\u0328': "k", '\u0331': "b",
	'\u0361': "t",
}

// latexSpacingAccents are what an accent command over nothing prints.
var latexSpacingAccents = map[rune]rune{
	'\u0300': '`', '\u0301': '´', '\u0302': '^', '\u0303': '~', '\u0304': '¯',
	'\u0306': '˘', '\u0307': '˙', '\u0308': '¨', '\u030A': '˚', '\u030B': '˝',
	'\u030C': 'ˇ', '\u0327': '¸', '\u0328': '˛',
}

// escapes are the ASCII characters that LaTeX reads as commands, or that
// its old fonts print as something else.
var escapes = map[rune]string{
	'#': `\#`, '$': `\$`, '%': `\%`, '&': `\&`, '_': `\_`,
	'{': `{\textbraceleft}`, '}': `{\textbraceright}`, '\\': `{\textbackslash}`,
	'^': `{\textasciicircum}`, '~': `{\textasciitilde}`, '`': `{\textasciigrave}`,
	'<': `{\textless}`, '>': `{\textgreater}`, '|': `{\textbar}`,
}

// latexSymbols names the letters and signs outside ASCII that are no accented
// letter: a command of text mode, of mathematics between "$", or a ligature.
var latexSymbols = map[rune]string{
	// Letters.
	'ß': `\ss`, 'ẞ': `\SS`, 'æ': `\ae`, 'Æ': `\AE`, 'œ': `\oe`, 'Œ': `\OE`, 'ø': `\o`, 'Ø': `\O`,
	'ł': `\l`, 'Ł': `\L`, 'å': `\aa`, 'Å': `\AA`, 'ı': `\i`, 'ȷ': `\j`,
	'đ': `\dj`, 'Đ': `\DJ`, 'ð': `\dh`, 'Ð': `\DH`, 'þ': `\th`, 'Þ': `\TH`, 'ŋ': `\ng`, 'Ŋ': `\NG`,

	// Punctuation and signs.
	'–': `--`, '—': `---`, '“': "``", '”': `''`, '\u00A0': `~`,
	'‘': `\textquoteleft`, '’': `\textquoteright`, '‚': `\quotesinglbase`, '„': `\quotedblbase`,
	'«': `\guillemotleft`, '»': `\guillemotright`, '‹': `\guilsinglleft`, '›': `\guilsinglright`,
	'¡': `\textexclamdown`, '¿': `\textquestiondown`, '…': `\ldots`, '•': `\textbullet`,
	'·': `\textperiodcentered`, '†': `\textdagger`, '‡': `\textdaggerdbl`, '§': `\S`, '¶': `\P`,
	'©': `\textcopyright`, '®': `\textregistered`, '™': `\texttrademark`, '°': `\textdegree`,
	'ª': `\textordfeminine`, 'º': `\textordmasculine`, '‰': `\textperthousand`,
	'€': `\texteuro`, '£': `\textsterling`, '¥': `\textyen`, '¢': `\textcent`, '¤': `\textcurrency`,
	'¦': `\textbrokenbar`, '№': `\textnumero`, '℃': `\textcelsius`,
	'½': `\textonehalf`, '¼': `\textonequarter`, '¾': `\textthreequarters`, 'µ': `\textmu`,
	'´': `\textasciiacute`, '¨': `\textasciidieresis`, '¯': `\textasciimacron`,
	'˘': `\textasciibreve`, 'ˇ': `\textasciicaron`,

	// Greek.
	'α': `$\alpha$`, 'β': `$\beta$`, 'γ': `$\gamma$`, 'δ': `$\delta$`, 'ε': `$\varepsilon$`,
	'ζ': `$\zeta$`, 'η': `$\eta$`, 'θ': `$\theta$`, 'ι': `$\iota$`, 'κ': `$\kappa$`, 'λ': `$\lambda$`,
	'μ': `$\mu$`, 'ν': `$\nu$`, 'ξ': `$\xi$`, 'π': `$\pi$`, 'ρ': `$\rho$`, 'σ': `$\sigma$`,
	'ς': `$\varsigma$`, 'τ': `$\tau$`, 'υ': `$\upsilon$`, 'φ': `$\varphi$`, 'χ': `$\chi$`,
	'ψ': `$\psi$`, 'ω': `$\omega$`, 'ϵ': `$\epsilon$`, 'ϑ': `$\vartheta$`, 'ϕ': `$\phi$`,
	'ϖ': `$\varpi$`, 'ϱ': `$\varrho$`,
	'Γ': `$\Gamma$`, 'Δ': `$\Delta$`, 'Θ': `$\Theta$`, 'Λ': `$\Lambda$`, 'Ξ': `$\Xi$`, 'Π': `$\Pi$`,
	'Σ': `$\Sigma$`, 'Υ': `$\Upsilon$`, 'Φ': `$\Phi$`, 'Ψ': `$\Psi$`, 'Ω': `$\Omega$`,

	// Mathematics.
	'±': `$\pm$`, '∓': `$\mp$`, '×': `$\times$`, '÷': `$\div$`, '−': `$-$`, '∗': `$\ast$`, '⋆': `$\star$`,
	'∘': `$\circ$`, '⋅': `$\cdot$`, '¬': `$\neg$`, '≤': `$\leq$`, '≥': `$\geq$`, '≠': `$\neq$`,
	'≪': `$\ll$`, '≫': `$\gg$`, '≈': `$\approx$`, '≡': `$\equiv$`, '∼': `$\sim$`, '≃': `$\simeq$`,
	'≅': `$\cong$`, '≍': `$\asymp$`, '∝': `$\propto$`, '∞': `$\infty$`, '∑': `$\sum$`, '∏': `$\prod$`,
	'∐': `$\coprod$`, '∫': `$\int$`, '∮': `$\oint$`, '√': `$\surd$`, '∂': `$\partial$`, '∇': `$\nabla$`,
	'∈': `$\in$`, '∉': `$\notin$`, '∋': `$\ni$`, '⊂': `$\subset$`, '⊃': `$\supset$`, '⊆': `$\subseteq$`,
	'⊇': `$\supseteq$`, '∪': `$\cup$`, '∩': `$\cap$`, '∖': `$\setminus$`, '∅': `$\emptyset$`,
	'∀': `$\forall$`, '∃': `$\exists$`, '∧': `$\wedge$`, '∨': `$\vee$`, '⊕': `$\oplus$`, '⊖': `$\ominus$`,
	'⊗': `$\otimes$`, '⊙': `$\odot$`, '⊥': `$\perp$`, '⊤': `$\top$`, '∥': `$\parallel$`, '∣': `$\mid$`,
	'⊢': `$\vdash$`, '⊣': `$\dashv$`, '⊨': `$\models$`, '∠': `$\angle$`, '△': `$\triangle$`, '◇': `$\diamond$`,
	'←': `$\leftarrow$`, '→': `$\rightarrow$`, '↔': `$\leftrightarrow$`, '↑': `$\uparrow$`, '↓': `$\downarrow$`,
	'⇐': `$\Leftarrow$`, '⇒': `$\Rightarrow$`, '⇔': `$\Leftrightarrow$`, '↦': `$\mapsto$`,
	'⟶': `$\longrightarrow$`, '⟵': `$\longleftarrow$`, '⟨': `$\langle$`, '⟩': `$\rangle$`,
	'⌈': `$\lceil$`, '⌉': `$\rceil$`, '⌊': `$\lfloor$`, '⌋': `$\rfloor$`, '⋯': `$\cdots$`, '⋮': `$\vdots$`,
	'⋱': `$\ddots$`, 'ℓ': `$\ell$`, 'ℏ': `$\hbar$`, 'ℵ': `$\aleph$`, 'ℜ': `$\Re$`, 'ℑ': `$\Im$`, '℘': `$\wp$`,
	'′': `$\prime$`, '♯': `$\sharp$`, '♭': `$\flat$`, '♮': `$\natural$`, '♣': `$\clubsuit$`,
	'♢': `$\diamondsuit$`, '♡': `$\heartsuit$`, '♠': `$\spadesuit$`,
}

// latexRaised and latexLowered pair characters with the raised and lowered forms
// that Unicode has of them.
const (
	latexRaised  = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾nⁿiⁱ"
	latexLowered = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎"
)

// latexAliases are further names under which .bib files write a character.
var latexAliases = map[string]string{
	"textendash": "–", "textemdash": "—", "textellipsis": "…", "dots": "…", "textbackslash": `\`, "textbraceleft": "{",
	"textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~", "textasciigrave": "`",
	"textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "textdollar": "$",
	"textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": `"`, "textquotesingle": "'",
	"lq": "‘", "rq": "’", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
	"guillemetleft": "«", "guillemetright": "»", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£",
	"euro": "€", "le": "≤", "ge": "≥", "ne": "≠", "to": "→", "gets": "←", "iff": "⇔", "land": "∧", "lor": "∨",
	"lnot": "¬", "varnothing": "∅", "textrightarrow": "→", "textleftarrow": "←", "degree": "°",
	"textasteriskcentered": "∗", "textminus": "−", "texttimes": "×", "textpm": "±", "sqrt": "√",
	"textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "i": "ı", "j": "ȷ",
	"imath": "ı", "jmath": "ȷ", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "slash": "/",
	"textsection": "§", "textparagraph": "¶", "colon": ":", "quad": " ", "qquad": " ", "space": " ", "newline": " ",
	"textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textkappa": "κ",
}

// latexOperators are the functions that mathematics writes in upright letters (The
// LaTeX Companion, section 8.6).
var latexOperators = text.WordSet("arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg",
	"lim", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh")

// latexStyles are commands that change how their argument looks, not what it says.
var latexStyles = map[string]bool{
	"emph": true, "textit": true, "textbf": true, "textsc": true, "textsf": true, "texttt": true, "textrm": true,
	"textsl": true, "textup": true, "textmd": true, "textnormal": true, "text": true, "mbox": true, "hbox": true,
	"mathrm": true, "mathit": true, "mathbf": true, "mathsf": true, "mathtt": true, "mathcal": true, "ensuremath": true,
	"em": true, "it": true, "bf": true, "sc": true, "sf": true, "tt": true, "rm": true, "sl": true, "itshape": true,
	"bfseries": true, "scshape": true, "upshape": true, "normalfont": true, "uppercase": true, "lowercase": true,
	"protect": true, "relax": true, "url": true, "path": true, "nolinkurl": true, "enquote": true, "underline": true,
	"textquote": true, "bibinfo": true, "left": true, "right": true, "displaystyle": true, "textstyle": true,
	"MakeUppercase": true, "MakeLowercase": true, "NoCaseChange": true, "nocite": true, "sout": true, "small": true,
}
