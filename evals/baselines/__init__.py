"""What the model has to beat: search over the same data, and the plain methods of the textbooks."""
