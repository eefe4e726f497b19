package tagger

// decompress returns the weights as they are: they are not compressed twice.
func decompress(weights []byte) ([]byte, error) { return weights, nil }

func compress(head, weights []byte) ([]byte, error) { return append(head, weights...), nil }
