"""What does a unit tell of the quantity that is told in it?"""

from tracker.extraction.scope.units import TIMES

MASSES = frozenset({"ug", "mg", "g", "kg", "t", "lb", "oz", "ct"})
SHARES = frozenset({"%", "‰", "ppm", "ppb", "ppt"})
MONEY = frozenset(
    {"GBP", "USD", "CNY", "EUR", "JPY", "CAD", "AUD", "INR", "KRW", "CHF", "NZD", "SGD", "HKD"}
)

UNITLESS = frozenset(
    {
        "rollers",
        "laser_beams",
        "lasers",
        "nozzles",
        "chambers",
        "axes",
        "elements",
        "channels",
        "ports",
        "filaments",
        "transistors",
        "cycles",
        "heads",
        "nodes",
        "aircraft",
        "wafers",
        "sets",
    }
)
"""Units that only count; they are told by the name of the quantity."""

BY_UNIT = {
    "%": "content",
    "‰": "content",
    "ppm": "content",
    "ppb": "content",
    "ppt": "content",
    **dict.fromkeys(MASSES, "quantity"),
    "axes": "axes",
    "ports": "ports",
    "layers": "layers",
    "qubits": "qubits",
    **dict.fromkeys(MONEY, "value"),
    "HV": "hardness",
    "HRC": "hardness",
    "MGOe": "energy_product",
    **dict.fromkeys(TIMES, "duration"),
    "degC": "temperature",
    "K": "temperature",
    "mK": "temperature",
    "Pa": "pressure",
    "kPa": "pressure",
    "cm2": "area",
    "m2": "area",
    "mm2": "area",
    "cm3": "volume",
    "m3": "volume",
    "l": "volume",
    "g/cm3": "density",
    "kg/m3": "density",
    "Wh/kg": "energy_density",
    "W/kg": "power_density",
    "ohm cm": "resistivity",
    "m/s": "speed",
    "km/h": "speed",
    "rpm": "speed",
    "Hz": "frequency",
    "GHz": "frequency",
    "MHz": "frequency",
    "THz": "frequency",
    "W": "power",
    "mW": "power",
    "MW": "power",
    "kW": "power",
    "MPa": "pressure",
    "bar": "pressure",
    "kHz": "frequency",
    "V": "voltage",
    "kV": "voltage",
    "A": "current",
    "mA": "current",
    "kA": "current",
    "T": "flux_density",
    "N": "force",
    "kN": "force",
    "Nm": "torque",
    "Ah": "capacity",
    "nm": "size",
    "J": "energy",
    "mJ": "energy",
    "MeV": "energy",
    "keV": "energy",
    "W/(m K)": "thermal_conductivity",
    "fps": "frame_rate",
}
"""What is measured where only the unit tells it."""
