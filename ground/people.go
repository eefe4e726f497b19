package ground

import "strings"

// honorifics are titles that say what the one is who has the name after them.
var honorifics = map[string]string{"mr": "mr", "mister": "mr", "sir": "mr", "mrs": "mrs", "ms": "mrs", "miss": "mrs", "madam": "mrs"}

// peoples has, a line each, the words for what belongs to a country, its people or its
// language, and its names.
const peoples = `
american america usa us states
australian australia
austrian austria
belgian belgium
brazilian brazil
british britain uk kingdom english england
bulgarian bulgaria
canadian canada
chinese china mandarin cantonese
croatian croatia
czech czechia
danish denmark danes dane
dutch netherlands holland
egyptian egypt
english england britain british
estonian estonia
european europe eu
finnish finland finns
french france
german germany
greek greece
hungarian hungary
icelandic iceland
indian india
indonesian indonesia
iranian iran persian
iraqi iraq
irish ireland
israeli israel hebrew
italian italy
japanese japan
korean korea
latvian latvia
lithuanian lithuania
mexican mexico
norwegian norway
pakistani pakistan
polish poland poles pole
portuguese portugal
romanian romania
russian russia
scottish scotland scots
serbian serbia
slovak slovakia
spanish spain spaniard spaniards
swedish sweden swedes swede
swiss switzerland
thai thailand
turkish turkey turks
ukrainian ukraine
vietnamese vietnam
welsh wales
asian asia
african africa
`

// people finds the line of peoples of a word.
var people = readPeoples()

func readPeoples() map[string]int {
	of := map[string]int{}
	for i, line := range strings.Split(strings.TrimSpace(peoples), "\n") {
		for _, word := range strings.Fields(line) {
			if _, ok := of[word]; !ok {
				of[word] = i + 1
			}
		}
	}
	return of
}

// linesOfPeoples are the words of each line.
var linesOfPeoples = strings.Split(strings.TrimSpace(peoples), "\n")

// checkPeople compares a word for a country's people or language with those that the text
// has. A text that names none says nothing; what everybody knows of a place it need not say.
func (c *checker) checkPeople(from, to int) bool {
	if to != from+1 {
		return false
	}
	letters := string(c.q.word(from))
	line, ok := people[letters]
	if !ok || !strings.HasPrefix(linesOfPeoples[line-1], letters+" ") {
		return false
	}
	for _, word := range strings.Fields(linesOfPeoples[line-1]) {
		if id := c.t.lookUp([]byte(word)); id != 0 && (len(word) > 2 || c.t.isNameWord(id)) {
			c.anchor(Name, from, to, BorneOut)
			return true
		}
	}
	if at := c.otherPeople(); at >= 0 {
		c.at(c.anchor(Name, from, to, Absent), at, at+1)
	}
	return true
}

// otherPeople returns a word of the passage that belongs to another country; -1 if there is
// none.
func (c *checker) otherPeople() int {
	for i := c.passage.from; i < c.passage.to; i++ {
		if word := string(c.t.words.word(i)); people[word] != 0 && strings.HasPrefix(linesOfPeoples[people[word]-1], word+" ") {
			return i
		}
	}
	return -1
}

// checkHonorifics compares the titles before names with those that the text has before
// them.
func (c *checker) checkHonorifics() {
	for i := 0; i+1 < len(c.q.list); i++ {
		stated := honorifics[string(c.q.word(i))]
		id := c.q.list[i+1].id
		if stated == "" || id == 0 || !isCapital(c.q.rawWord(i)) || c.isCovered(i, i+1) {
			continue
		}
		other := -1
		for j := range c.t.occurrences(id, passageOccurrences) {
			if j == 0 {
				continue
			}
			switch said := honorifics[string(c.t.words.word(j-1))]; said {
			case "":
			case stated:
				other = -2
			default:
				if other == -1 {
					other = j - 1
				}
			}
		}
		if other >= 0 {
			c.at(c.anchor(Name, i, i+1, Absent), other, other+1)
		}
	}
}
