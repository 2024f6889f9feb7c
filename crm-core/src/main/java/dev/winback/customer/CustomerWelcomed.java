package dev.winback.customer;

import dev.winback.staff.Actor;

/** We work with this customer again: what his refusal had ended may go on. */
public record CustomerWelcomed(CustomerId customer, Actor actor) {}
