package dev.winback.mail;

/** A mail to one of our own people; {@code sender} is the name beside the address it comes from. */
public record StaffLetter(
    String address, String name, String sender, String subject, String text, String html) {}
