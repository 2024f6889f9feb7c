package dev.winback.mail;

import dev.winback.letter.DueLetter;

/** A letter ready to leave: built to the last byte before anything touches the wire. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Envelope(DueLetter letter, String sender, String subject, byte[] message) {}
