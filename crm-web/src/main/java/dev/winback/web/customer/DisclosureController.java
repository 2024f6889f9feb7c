package dev.winback.web.customer;

import dev.winback.privacy.Disclosure;
import dev.winback.privacy.Disclosures;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.layout.WholeFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.ObjectMapper;

/** All that is kept of one customer: to read, to print, and as a file. */
@Controller
class DisclosureController {

  private final Disclosures disclosures;
  private final BusinessClock clock;
  private final ObjectMapper json;

  DisclosureController(Disclosures disclosures, BusinessClock clock, ObjectMapper json) {
    this.disclosures = disclosures;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping("/customers/{ref}/data")
  String page(@PathVariable String ref, Actor actor, Model model) {
    model.addAttribute("disclosure", disclosures.of(ref, actor));
    return "customer/data";
  }

  @GetMapping("/customers/{ref}/data.json")
  void file(
      @PathVariable String ref, HttpServletRequest ask, HttpServletResponse answer, Actor actor) {
    var disclosure = disclosures.of(ref, actor);
    var name = clock.today() + "-customer.json";
    var kept = ContentDisposition.attachment().filename(name).build().toString();
    answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, kept);
    answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var parts = disclosure.parts();
    long rows = parts.stream().mapToLong(part -> part.rows().size()).sum();
    var names = parts.stream().map(Disclosure.Part::table).toList();
    WholeFile.send(ask, answer, "customer-data", names, rows, json.writeValueAsBytes(disclosure));
  }
}
