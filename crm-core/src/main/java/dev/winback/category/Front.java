package dev.winback.category;

/**
 * Where A ends by one criterion: who brought something in the year and how much, and what of both
 * is in front of the cut; in cents where it is money.
 */
record Front(Cut cut, int customers, long total, int inFront, long brings) {}
