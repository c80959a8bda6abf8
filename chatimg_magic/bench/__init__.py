"""Can a model draw? Prompts with strict checkers, and what is needed to measure answers with them."""
