"""What the plans say: reading, extracting, indexing and answering, and the library that keeps the documents."""
