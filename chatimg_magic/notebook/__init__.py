"""How drawings reach the notebook."""
