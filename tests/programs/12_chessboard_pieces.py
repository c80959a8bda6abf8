import numpy as np
from enum import Enum


class Piece(Enum):
    PAWN = "p"
    ROOK = "r"
    KING = "k"
    EMPTY = "."


GLYPHS = {
    Piece.PAWN: ["........", "...##...", "..####..", "...##...", "...##...", "..####..", ".######.", "........"],
    Piece.ROOK: ["........", ".#.##.#.", ".######.", "..####..", "..####..", "..####..", ".######.", "........"],
    Piece.KING: ["...##...", "..####..", "...##...", ".##..##.", ".######.", "..####..", ".######.", "........"],
}

FEN = "r...k..r/pppppppp/......../......../......../......../PPPPPPPP/R...K..R"

TILE = 24


def glyph_mask(piece: Piece) -> np.ndarray:
    g = np.array([list(r) for r in GLYPHS[piece]]) == "#"
    return np.repeat(np.repeat(g, TILE // 8, axis=0), TILE // 8, axis=1)


rows, cols = np.indices((8, 8))
board = np.where(((rows + cols) % 2 == 0)[..., None], (238, 216, 180), (170, 120, 80)).astype(np.uint8)
image = np.repeat(np.repeat(board, TILE, axis=0), TILE, axis=1)

for r, rank in enumerate(FEN.split("/")):
    for c, ch in enumerate(rank):
        piece = Piece(ch.lower())
        match piece:
            case Piece.EMPTY:
                continue
            case Piece.PAWN | Piece.ROOK | Piece.KING:
                color = (250, 250, 245) if ch.isupper() else (30, 28, 34)
        cell = image[r * TILE:(r + 1) * TILE, c * TILE:(c + 1) * TILE]
        cell[glyph_mask(piece)] = color

print(f"{image.shape=}")
