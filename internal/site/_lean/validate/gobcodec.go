package validate

// gobCodec does nothing: what would be encoded is kept as it is.
func gobCodec[T any]() codec[T] { return codec[T]{} }
