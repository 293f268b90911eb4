package io.github.remanence.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The rules of the house, over the classes of every module.
 *
 * <p>The test lives in the command line because that is the one module that sees all the others.
 * Each message says where the code belongs.
 */
@AnalyzeClasses(packages = "io.github.remanence", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.remanence.";
  private static final String KERNEL = ROOT + "kernel..";
  private static final String[] BACKENDS = {ROOT + "kernel.scalar..", ROOT + "kernel.vector.."};
  private static final String[] WAYS_TO_A_GPU = {
    ROOT + "kernel.gpu.opencl..", ROOT + "kernel.gpu.cuda..", ROOT + "kernel.gpu.aparapi.."
  };

  @ArchTest
  static final ArchRule theIncubatorIsImportedInTheVectorBackendOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "kernel.vector..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..")
          .because(
              "code that uses lanes belongs in kernel.vector, behind the RangeKernel interface");

  @ArchTest
  static final ArchRule aparapiIsUsedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "kernel.gpu.aparapi..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.aparapi..")
          .because("everything else must run without it");

  @ArchTest
  static final ArchRule aparapiHasNothingThatItCouldRunOnJavaThreads =
      noClasses()
          .should()
          .beAssignableTo("com.aparapi.Kernel")
          .because(
              "it runs such kernels on Java threads, without a word, where it cannot run them on a"
                  + " GPU");

  @ArchTest
  static final ArchRule theLibraryOfMatrixProductsIsCalledInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "bench.product..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..")
          .because("products of matrices belong in bench.product, behind OpenBlas");

  @ArchTest
  static final ArchRule theReferenceStandsAlone =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "reference..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.github.remanence..")
                  .and(not(resideInAPackage(ROOT + "reference.."))))
          .because(
              "it must share nothing with what it checks; what needs both belongs in validate");

  @ArchTest
  static final ArchRule theKernelDoesNotUseTheReference =
      noClasses()
          .that()
          .resideInAPackage(KERNEL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "reference..")
          .because(
              "a kernel is compared with the reference in tests and in validate, never built on"
                  + " it");

  @ArchTest
  static final ArchRule theOptimisationLibraryIsUsedInFitOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "fit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hipparchus..")
          .because("the kernel depends on the JDK only; what needs an optimiser belongs in fit");

  @ArchTest
  static final ArchRule noPackagesDependOnEachOtherInACircle =
      slices()
          .matching("io.github.remanence.(**)")
          .should()
          .beFreeOfCycles()
          .because("reading order is dependency order; move what both need into the lower package");

  @ArchTest
  static final ArchRule backendsAreNamedInOneList =
      noClasses()
          .that()
          .resideOutsideOfPackages(BACKENDS)
          .and()
          .haveNameNotMatching("io\\.github\\.remanence\\.kernel\\.Backend(\\$.*)?")
          .should()
          .dependOnClassesThat(resideInAnyPackage(BACKENDS))
          .because(
              "a backend is one package and one line in kernel.Backend; ask UpdateKernel for it");

  @ArchTest
  static final ArchRule waysToAGpuAreNamedInOneList =
      noClasses()
          .that()
          .resideOutsideOfPackages(WAYS_TO_A_GPU)
          .and()
          .haveNameNotMatching("io\\.github\\.remanence\\.kernel\\.gpu\\.GpuPath(\\$.*)?")
          .should()
          .dependOnClassesThat(resideInAnyPackage(WAYS_TO_A_GPU))
          .because("a way to a GPU is one package and one line in kernel.gpu.GpuPath");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL, ROOT + "reference..", ROOT + "fit..", ROOT + "validate..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("a library returns what it found; printing belongs in cli");

  @ArchTest
  static final ArchRule onlyMainClassesExit =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Main")
          .and()
          .haveSimpleNameNotEndingWith("Launcher")
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("a command returns its exit code and cli.Main exits with it");

  /** The rules above are empty promises if a module is missing here. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses all) {
    for (String module :
        List.of("launcher", "reference", "kernel", "fit", "validate", "bench", "cli")) {
      assertThat(all.that(resideInAPackage(ROOT + module + ".."))).as(module).isNotEmpty();
    }
  }

  /** And the first is one if the import of the incubator cannot be seen. */
  @ArchTest
  static final ArchRule theVectorBackendIsSeenToUseTheIncubator =
      classes()
          .that()
          .haveFullyQualifiedName(ROOT + "kernel.vector.VectorKernel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");
}
