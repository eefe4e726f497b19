package phrase

import "testing"

// TestBodies holds how far the name of a body is read.
func TestBodies(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { _, next, ok := s.BodyAt(0); return next, ok }, []string{
		"the Center for Financial Security | says",
		"Harbour Institute | (2012)",
		"Harbour Institute (HI) | says",
		"Harbour Institute | (hi) says",
		"Harbour Institute | (HI, 2012)",
		"Gemini Team | , 2012",
		"AAP | says",
		"the AAP | says",
		" | AAP, Lee",
		" | ICML 2019",
		"ICML | says",
		"WHO | says",
		" | Who says",
		" | AP says",
		" | Institute",
		" | House says",
		" | Ann Lee",
		"U.S. Office of Carts | says",
		"U.S. Carts Office | says",
		" | U.S. Carts",
		" | Research Institute says",
		" | The institute",
		" | Study Cart",
		"Council of the Carters of Cork | says",
		" | Council for felt",
		"Office of Felt and Hay | says",
		"Felt Office | and Hay Office",
		"Office of Felt | and the Hay",
		"Felt and Hay Institute | says",
		"Felt and Hay Cart Institute | says",
		" | Felt and Hay Quiet Cart Institute",
		" | Ann Felt and Hay",
		" | Felt and hay Institute",
		"Hobart & Sons | says",
		"Roe & Company | says",
		" | Hobart & sons",
		"Office of Felt | and WHO",
		"Committee 318 | .",
		" | Committee 3181.",
		" | Committee 318 carts",
		" | 318.",
		"Children's Fund | says",
		" | Children 's fund",
		"Department of the Interior | says",
		" | Department of June",
		"Center Team | in Cork",
		"Cart Center | of the of the Cork",
		"Natural England | says",
		" | Natural Felt",
		"Health Institute | and Board says",
	})
}

// TestBodiesTogether holds how far bodies are read that are part of one another, with the
// campus of a university.
func TestBodiesTogether(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.BodiesAt(0) }, []string{
		"Wave Group at the Harbour Institute, Cork University | , 2012",
		"Wave Group at Cork University | is",
		"Cart Office and the Harbour Institute | is",
		"Cart Office and the Felt | is",
		"Cart Office and Harbour Institute | is",
		"Cart Office | , Felt",
		"Cart Office | , felt",
		"Cart Office | at felt",
		"Harbour Press | in Cork",
		"Harbour Press and the Institute | is",
		"University of California, Irvine | is",
		"University of California at Santa Felt | , 2012",
		"California State University | , Felt",
		"University of Cork | , Felt",
		"Indian Institute of Technology, Delhi | is",
		"National Institute of Carts, Felt | is",
		"Indian Carts of Technology | , Delhi",
		"University of New Mexico, Felt | is",
		"Universidad de Chile, Felt | is",
		"University of California | , June 2012",
		"University of California | , Austria",
		"University of California | , felt",
		" | felt",
	})
}

func TestKindsOfBodies(t *testing.T) {
	testIs(t, IsPress,
		[]string{"Harbour Press", "Cork UP", "Felt Books", "Lund, Roe and Company", "Lund, Roe & Co.", "Lund und Sons", "Random House"},
		[]string{"Harbour", "White House", "House", "Lund Roe Company", "and Company", "Lund and Felt", "up", ""})
	testIs(t, IsBody,
		[]string{"Harbour Institute", "the office of Felt"},
		[]string{"Harbour Press", "Felt", ""})
	testIs(t, IsProceedings,
		[]string{"Conference on Carts", "Cart Symposium", "Workshop on Felt", "Annual Meeting of Carters", "Cart Congress", "Cart Conf. 3", "Cart Symp. 3", "Proc. Cart", "Colloquium", "Cart Summit", "CART'97",
			"Proceedings of the 3rd Carters", "Advances in Neural Information Processing Systems"},
		[]string{"Conference Journal", "Workshop Review", "Congress Magazine", "Proceedings of the Academy", "Cart 97", "Carts in 2012", "Cart Journal", ""})
}
