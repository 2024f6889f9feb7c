package dev.winback.importing;

/** Somebody wants the run to stop here. */
class Cancelled extends RuntimeException {}
