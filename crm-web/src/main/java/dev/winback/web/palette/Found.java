package dev.winback.web.palette;

/**
 * One line of the palette: what it is ({@code customer}, {@code view}, {@code page}, {@code act}).
 */
public record Found(String kind, String name, String hint, String address) {}
