"""How alike two recordings sound: cepstra of the mel bands, compared by dynamic time warping."""

import numpy as np
from numpy.typing import NDArray

_HOP_SECONDS, _WINDOW_SECONDS = 0.010, 0.025
_BANDS, _CEPSTRA = 26, 13
_QUIET_DB = 35.0  # below the loudest frame: a pause

Frames = NDArray[np.float64]  # frames × cepstra


def frames(pcm: bytes, sample_rate: int) -> Frames:
    """Mel-frequency cepstra of 16-bit mono samples, without the pauses, each with zero mean.

    Davis and Mermelstein 1980; the zeroth, which is loudness, is left out.
    """
    sound = np.frombuffer(pcm, dtype=np.int16).astype(np.float64)
    hop, window = int(_HOP_SECONDS * sample_rate), int(_WINDOW_SECONDS * sample_rate)
    starts = range(0, max(1, len(sound) - window), hop)
    cut = np.stack([sound[at : at + window] for at in starts])
    power = np.abs(np.fft.rfft(cut * np.hamming(window))) ** 2
    level = 10 * np.log10(power.sum(axis=1) + 1e-9)
    bands = np.log(power[level > level.max() - _QUIET_DB] @ _mel(window, sample_rate).T + 1.0)
    turns = np.arange(_BANDS)[:, None] + 0.5
    cosines = np.cos(np.pi / _BANDS * turns * np.arange(1, _CEPSTRA + 1))
    cepstra = bands @ cosines
    return np.asarray(cepstra - cepstra.mean(axis=0))


def distance(one: Frames, other: Frames) -> float:
    """The mean distance of frames along the cheapest warping of one into the other (Sakoe and
    Chiba 1978), in units of the first recording's own spread."""
    apart = np.sqrt(((one[:, None, :] - other[None, :, :]) ** 2).sum(axis=2))
    cost = np.full((len(one) + 1, len(other) + 1), np.inf)
    cost[0, 0] = 0.0
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            before = min(cost[row - 1, column], cost[row, column - 1], cost[row - 1, column - 1])
            cost[row, column] = apart[row - 1, column - 1] + before
    spread = np.sqrt((one**2).sum(axis=1)).mean()
    return float(cost[-1, -1] / (len(one) + len(other)) / spread)


def pitch(pcm: bytes, sample_rate: int) -> float:
    """The median pitch in hertz of what is voiced, by autocorrelation."""
    sound = np.frombuffer(pcm, dtype=np.int16).astype(np.float64)
    window = sample_rate // 18
    lowest, highest = sample_rate // 60, sample_rate // 400
    found = []
    for at in range(0, len(sound) - window, window // 2):
        piece = sound[at : at + window] - sound[at : at + window].mean()
        if np.sqrt((piece**2).mean()) < 500:
            continue
        alike = np.correlate(piece, piece, "full")[window - 1 :]
        lag = highest + int(np.argmax(alike[highest:lowest]))
        if alike[lag] > 0.4 * alike[0]:
            found.append(sample_rate / lag)
    return float(np.median(found))


def _mel(window: int, sample_rate: int) -> NDArray[np.float64]:
    """Triangles that overlap by half, equally wide in mel, from 100 to 8,000 Hz."""
    hertz = np.fft.rfftfreq(window, 1 / sample_rate)
    lowest, highest = (2595 * np.log10(1 + edge / 700) for edge in (100.0, 8000.0))
    edges = 700 * (10 ** (np.linspace(lowest, highest, _BANDS + 2) / 2595) - 1)
    rising = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None))
