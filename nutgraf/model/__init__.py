"""The values that flow between the stages: frozen, without behaviour that touches disk, clock or terminal."""
