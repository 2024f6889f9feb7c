package dev.winback.customer;

import dev.winback.staff.Actor;

/** This customer is active again, by hand: what ended with his status of before may go on. */
public record CustomerWelcomed(CustomerId customer, String before, Actor actor) {}
