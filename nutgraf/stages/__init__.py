"""load, validate, check, plan, render, publish: one plain function each, none of which imports another."""
