package dev.winback.lapse;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two customers are lost, and a program tells what came of calls to one of them. */
abstract class ToldStories extends LapseStories {

  @Autowired Contacts contacts;

  CustomerId lost;

  @BeforeEach
  void twoAreLost() {
    lost = stories.aCustomer("LOST").silentFor(120).save();
    stories.aCustomer("OTHER").silentFor(120).save();
    night();
  }

  void told(String id, String result, int daysAgo) {
    contacts.record(List.of(contact("LOST", id, result, daysAgo)));
  }

  Contact contact(String customer, String id, String result, int daysAgo) {
    return new Contact(
        0,
        customer,
        "exchange",
        id,
        noon(today.minusDays(daysAgo)),
        Contact.Channel.PHONE,
        false,
        null,
        result,
        true,
        false,
        false,
        null,
        null);
  }

  CustomerId other() {
    return new CustomerId(
        jdbc.sql("select id from customer where ref = 'OTHER'").query(Long.class).single());
  }

  String status() {
    return jdbc.sql("select status from customer where ref = 'LOST'").query(String.class).single();
  }
}
