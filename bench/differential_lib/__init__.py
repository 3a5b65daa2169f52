"""What bench/differential is made of."""
