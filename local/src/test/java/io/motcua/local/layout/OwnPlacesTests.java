package io.motcua.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.OwnPlaces.Added;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPlacesTests {

    @TempDir
    Path folder;

    @Test
    void are_remembered_with_what_was_interrupted() {
        places().note(Added.inPool("H98"));
        places().note(Added.at(new OwnPlace("H99", 0, List.of(Component.DOSSIER))));
        places().note(places().find("H99").orElseThrow().completed());

        assertThat(places().find("H98")).hasValue(Added.inPool("H98"));
        assertThat(places().find("H99").filter(Added::complete).flatMap(Added::own))
                .hasValue(new OwnPlace("H99", 0, List.of(Component.DOSSIER)));
        assertThat(places().own()).hasSize(1);

        places().forget("H99");
        assertThat(places().all()).containsExactly(Added.inPool("H98"));
    }

    @Test
    void nobody_gets_ports_that_another_has_or_that_a_program_holds() {
        places().note(Added.at(new OwnPlace("H98", 0, OwnPlace.SERVICES)));

        var place = places().allot("H99", OwnPlace.SERVICES, it -> it.slot() != 1);

        assertThat(place.slot()).isEqualTo(2);
        assertThatThrownBy(() -> places().allot("H99", OwnPlace.SERVICES, _ -> false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no ports left");
    }

    @Test
    void all_ports_of_all_places_differ_from_each_other_and_from_the_hubs() {
        var ports = new Ports(0);
        var own = Stream.iterate(0, it -> it + 1)
                .limit(OwnPlace.SLOTS)
                .map(it -> new OwnPlace("H99", it, OwnPlace.SERVICES))
                .flatMap(place -> place.services().stream()
                        .flatMap(it -> Stream.of(place.port(it, ports), place.operatorsPort(it, ports))));
        var all = Stream.concat(own, Stream.of(Port.values()).map(ports::of)).toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void codes_have_a_letter_and_two_digits() {
        assertThat(new AgencyCode("G99").kind()).isEqualTo("MINISTRY");
        assertThat(new AgencyCode("H99").kind()).isEqualTo("PROVINCE");
        for (var wrong : List.of("", "h99", "H9", "H999", "99H", "H99 ", "../H99")) {
            assertThatThrownBy(() -> new AgencyCode(wrong))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("such as H99");
        }
    }

    private OwnPlaces places() {
        return new OwnPlaces(folder.resolve("data/agencies.json"));
    }
}
