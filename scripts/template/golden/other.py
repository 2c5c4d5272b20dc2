# Runs in exact fractions, with other inputs than the golden file has: both methods as powers of their factors.
import json
from fractions import Fraction


def case(method, rate, h, start, steps):
    z = -Fraction(rate) * Fraction(h)
    factor = 1 + z if method == "euler" else 1 + z + z * z / 2
    return {
        "method": method,
        "rate": float(Fraction(rate)),
        "h": float(Fraction(h)),
        "start": float(Fraction(start)),
        "steps": steps,
        "value": float(factor**steps * Fraction(start)),
    }


runs = {
    "short": case("euler", "0.75", "0.125", "-1.25", 9),
    "long": case("midpoint", "2.5", "1.25", "0.5", 6),
}
print(json.dumps([{"file": {"runs": runs}, "outputs": ["runs.short.value", "runs.long.value"]}]))
