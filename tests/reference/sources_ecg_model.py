"""Golden trajectories of the ECG model of McSharry et al. 2003, integrated by SciPy.

    python tests/reference/sources_ecg_model.py > tests/fixtures/sources/ecg_model.json

Made with Python 3.11, numpy 2.4.6, scipy 1.17.1. The equations and Table I are those of IEEE Trans
Biomed Eng 50(3):289-294 (2003), angles wrapped as the paper does; they are written down here anew.
"""

import json

import numpy as np
from scipy.integrate import solve_ivp

PI = np.pi
# Table I: P, Q, R, S, T
THETA = np.array([-PI / 3, -PI / 12, 0, PI / 12, PI / 2])
A = np.array([1.2, -5.0, 30.0, -7.5, 0.75])
B = np.array([0.25, 0.1, 0.1, 0.1, 0.4])
BASELINE = 0.15
RESPIRATION = 0.25
RATE = 360


def derivative(t, state, omega):
    x, y, z = state
    alpha = 1 - np.hypot(x, y)
    theta = np.arctan2(y, x)
    distance = np.mod(theta - THETA + PI, 2 * PI) - PI
    pull = BASELINE * np.sin(2 * PI * RESPIRATION * t)
    return [alpha * x - omega * y, alpha * y + omega * x,
            -np.sum(A * distance * np.exp(-distance**2 / (2 * B**2))) - (z - pull)]


def trajectory(rr_samples, initial):
    """z at every sample over RR intervals of the given lengths, one integration for each interval."""
    z, state, start = [], initial, 0
    for length in rr_samples:
        omega = 2 * PI * RATE / length
        times = np.arange(start, start + length + 1) / RATE
        solution = solve_ivp(derivative, (times[0], times[-1]), state, args=(omega,), t_eval=times,
                             method="DOP853", rtol=1e-12, atol=1e-14, max_step=0.002)
        z.extend(solution.y[2][:-1])
        state, start = solution.y[:, -1], start + length
    return z


def case(rr_samples, initial):
    z = trajectory(rr_samples, initial)
    return {"rrSamples": rr_samples, "initial": initial,
            "sampleIndices": list(range(0, len(z), 7)), "z": [float(v) for v in z[::7]]}


print(json.dumps({
    "resting": case([360, 360, 360], [1.0, 0.0, 0.04]),
    "varying": case([300, 420, 250, 360], [1.0, 0.0, 0.0]),
    "offCycle": case([360, 360], [0.3, 0.0, -0.05]),
}, separators=(",", ":")))
