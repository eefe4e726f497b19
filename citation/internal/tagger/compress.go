package tagger

import "github.com/klauspost/compress/zstd"

// compress appends a text to a head, compressed.
func compress(head, text []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(text, head), w.Close()
}

// decompress returns what compress compressed.
func decompress(compressed []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(compressed, nil)
}
