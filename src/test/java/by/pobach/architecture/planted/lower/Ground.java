package by.pobach.architecture.planted.lower;

import by.pobach.architecture.planted.upper.Roof;

/** Planted: the ground that leans on the roof. */
public record Ground(Roof roof) {}
