package dev.winback.demo;

/** An invented person as the generator made him. */
record DemoCustomer(
    String ref,
    String firstName,
    String lastName,
    String company,
    String email,
    String phone,
    String city,
    String country,
    String language,
    String zone) {}
