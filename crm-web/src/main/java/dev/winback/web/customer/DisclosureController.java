package dev.winback.web.customer;

import dev.winback.privacy.Disclosure;
import dev.winback.privacy.Disclosures;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that is kept of one customer: to read, to print, and as a file. */
@Controller
class DisclosureController {

  private final Disclosures disclosures;
  private final BusinessClock clock;

  DisclosureController(Disclosures disclosures, BusinessClock clock) {
    this.disclosures = disclosures;
    this.clock = clock;
  }

  @GetMapping("/customers/{ref}/data")
  String page(@PathVariable String ref, Actor actor, Model model) {
    model.addAttribute("disclosure", disclosures.of(ref, actor));
    return "customer/data";
  }

  @GetMapping("/customers/{ref}/data.json")
  ResponseEntity<Disclosure> file(@PathVariable String ref, Actor actor) {
    var disclosure = disclosures.of(ref, actor);
    var name = clock.today() + "-customer.json";
    var kept = ContentDisposition.attachment().filename(name).build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, kept)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(disclosure);
  }
}
